import { z } from 'zod';
import { auditPageSchema, auditQuerySchema, auditStatusSchema } from '../../model/audit.ts';
import { approvalRequestSchema, constitutionViewSchema } from '../../model/governance.ts';
import { nothing } from './values.ts';

/** The law of the workspace, to be read. */
export const governanceChannels = {
  /** `fresh`: judge everything again first; otherwise what the last scan found. */
  'constitution:view': { input: z.object({ fresh: z.boolean() }), output: constitutionViewSchema },
  /** Newest first. The panel only reads: it has no channel that approves, see approval-contract.ts. */
  'approvals:list': {
    input: z.object({ limit: z.number().int().positive().max(200) }),
    output: z.array(approvalRequestSchema),
  },
  /** Shows the approval window, which is not the panel's to command further. */
  'approvals:open': { input: z.object({ id: z.number().int().positive().nullable() }), output: nothing },
  'audit:status': { input: nothing, output: auditStatusSchema },
  'audit:list': { input: auditQuerySchema, output: auditPageSchema },
  'audit:verify': { input: nothing, output: auditStatusSchema },
} as const;

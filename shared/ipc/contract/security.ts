import { z } from 'zod';
import { securityResultSchema, securityRollbackPreviewSchema, securityViewSchema } from '../../model/security.ts';
import { nothing, token } from './values.ts';

const securityRunId = z.string().regex(/^S-\d{4,15}$/);

/** Vulnerable and outdated packages. */
export const securityChannels = {
  'security:status': { input: nothing, output: securityViewSchema },
  'security:run': { input: z.object({ checkOnly: z.boolean(), force: z.boolean() }), output: securityResultSchema },
  'security:preview': { input: z.object({ run: securityRunId }), output: securityRollbackPreviewSchema },
  'security:rollback': { input: z.object({ run: securityRunId, token }), output: securityRollbackPreviewSchema },
} as const;

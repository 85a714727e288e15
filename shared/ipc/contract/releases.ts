import { z } from 'zod';
import {
  changedSinceSchema,
  releaseDetailSchema,
  releaseIdSchema,
  releaseSummarySchema,
  rollbackPreviewSchema,
  rollbackResultSchema,
  rollbackTargetSchema,
} from '../../model/updates.ts';
import { token } from './values.ts';

/** The ledger of releases and the way back. */
export const releasesChannels = {
  'releases:list': {
    input: z.object({ before: releaseIdSchema.nullable(), limit: z.number().int().positive().max(200) }),
    output: z.array(releaseSummarySchema),
  },
  'releases:get': { input: z.object({ release: releaseIdSchema }), output: releaseDetailSchema },
  'rollback:preview': { input: z.object({ target: rollbackTargetSchema }), output: rollbackPreviewSchema },
  'rollback:apply': {
    input: z.object({ target: rollbackTargetSchema, token, changedSince: changedSinceSchema }),
    output: rollbackResultSchema,
  },
} as const;

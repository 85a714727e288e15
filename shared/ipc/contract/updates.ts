import { z } from 'zod';
import { cycleResultSchema, heldDecisionSchema } from '../../model/updates.ts';
import { hash, nothing, path, token } from './values.ts';

/** Updates from Core, and what a person decides of them. */
export const updatesChannels = {
  'updates:run': { input: nothing, output: cycleResultSchema },
  'updates:plan': { input: nothing, output: cycleResultSchema },
  'updates:releaseBrake': { input: z.object({ token }), output: cycleResultSchema },
  'updates:decide': {
    input: z.object({ path, sourceHash: hash.nullable(), localHash: hash.nullable(), decision: heldDecisionSchema }),
    output: cycleResultSchema,
  },
} as const;

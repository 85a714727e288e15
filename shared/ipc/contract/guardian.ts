import { z } from 'zod';
import { snapshotSchema } from '../../model/snapshot.ts';
import { nothing } from './values.ts';

/** State of the shown workspace, and pausing. */
export const guardianChannels = {
  'guardian:snapshot': { input: nothing, output: snapshotSchema },
  'guardian:pause': { input: z.object({ minutes: z.number().int().positive().max(10_080) }), output: nothing },
  'guardian:resume': { input: nothing, output: nothing },
} as const;

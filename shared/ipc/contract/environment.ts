import { z } from 'zod';
import { environmentReportSchema, environmentStatusSchema } from '../../model/environment.ts';
import { nothing } from './values.ts';

/** What the workspace needs to run. */
export const environmentChannels = {
  'environment:status': { input: nothing, output: environmentStatusSchema },
  /** Looks now; `install` also puts right what it can. */
  'environment:check': { input: z.object({ install: z.boolean() }), output: environmentReportSchema },
} as const;

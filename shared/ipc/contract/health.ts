import { z } from 'zod';
import { blockedCallSchema, courseSchema, healthRangeSchema, healthReportSchema } from '../../model/healing.ts';
import { name, nothing } from './values.ts';

/** Health of machine, processes, files and agents. */
export const healthChannels = {
  /** All of the latest look, null before there was one, and the calls that were blocked lately, newest first. */
  'health:view': {
    input: nothing,
    output: z.object({ report: healthReportSchema.nullable(), blocked: z.array(blockedCallSchema) }),
  },
  /** The course of the machine, or of one watched process. */
  'health:course': { input: z.object({ range: healthRangeSchema, process: name.nullable() }), output: courseSchema },
  /** Looks at everything now, and mends what may be mended; what was done is in `treatments`. */
  'health:heal': { input: nothing, output: healthReportSchema },
} as const;

import { z } from 'zod';
import { logIdSchema, logPageSchema, logQuerySchema, logStandingSchema, logViewSchema } from '../../model/logs.ts';
import { nothing } from './values.ts';

const log = { log: logIdSchema, query: logQuerySchema };

/** Logs, line by line. Which files they are is the guardian's to know. */
export const logsChannels = {
  'logs:sources': { input: nothing, output: z.array(logStandingSchema) },
  /** Looks for new lines, and searches them. */
  'logs:view': { input: z.strictObject(log), output: logViewSchema },
  'logs:page': {
    input: z.strictObject({
      ...log,
      from: z.number().int().nonnegative().max(1e12),
      count: z.number().int().positive().max(500),
    }),
    output: logPageSchema,
  },
  /** The place of the first line that is not before a time. */
  'logs:place': { input: z.strictObject({ ...log, at: z.number().int().nonnegative().max(8.64e15) }), output: z.number().int() },
  /** A person chooses a file in a dialog of the system, and the lines are written into it. Null when nobody did. */
  'logs:export': { input: z.strictObject(log), output: z.object({ lines: z.number().int().nonnegative() }).nullable() },
} as const;

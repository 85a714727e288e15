import { z } from 'zod';
import {
  aiAnswerSchema,
  aiQuestionSchema,
  errorGroupSchema,
  errorListSchema,
  errorReportSchema,
  fixResultSchema,
} from '../../model/annealing.ts';
import { hash } from './values.ts';

const group = z.number().int().positive();

/** Errors of programs, and what may be done about them. */
export const errorsChannels = {
  /** Groups of errors, the newest first; `all` with those that are fixed or ignored. */
  'errors:list': {
    input: z.object({ all: z.boolean(), limit: z.number().int().positive().max(500) }),
    output: errorListSchema,
  },
  /** `fresh`: analyse it again first. */
  'errors:report': { input: z.object({ id: group, fresh: z.boolean() }), output: errorReportSchema },
  'errors:state': { input: z.object({ id: group, state: z.enum(['new', 'fixed', 'ignored']) }), output: errorGroupSchema },
  'errors:merge': { input: z.object({ from: group, into: group }), output: errorGroupSchema },
  'errors:split': { input: z.object({ id: group, fingerprint: z.string().min(1).max(200) }), output: errorGroupSchema },
  /** Applies the proposed patch once a person has approved it: the panel only asks. */
  'errors:fix': { input: z.object({ id: group, dryRun: z.boolean() }), output: fixResultSchema },
  /** What a model would be asked; nothing is sent. */
  'errors:question': { input: z.object({ id: group }), output: aiQuestionSchema },
  /** Sends the question that was shown. */
  'errors:ask': { input: z.object({ id: group, hash }), output: aiAnswerSchema },
} as const;

import { z } from 'zod';
import { ritualRunSchema, ritualStandingSchema } from '../../model/rituals.ts';
import { limit, name, nothing } from './values.ts';

/** What is done at which hour. */
export const ritualsChannels = {
  /** `problem`: why RITUALS_CONFIG could not be read. */
  'rituals:list': {
    input: nothing,
    output: z.object({ rituals: z.array(ritualStandingSchema), problem: z.string().nullable() }),
  },
  /** Newest first; of one ritual, or of all. */
  'rituals:runs': { input: z.object({ name: name.nullable(), limit }), output: z.array(ritualRunSchema) },
  'rituals:output': { input: z.object({ run: z.number().int().positive() }), output: z.object({ output: z.string() }) },
  /** Runs one now; the answer comes when it has ended. */
  'rituals:run': { input: z.object({ name }), output: ritualRunSchema },
  'rituals:pause': { input: z.object({ name, paused: z.boolean() }), output: nothing },
  'rituals:skip': { input: z.object({ name, skip: z.boolean() }), output: nothing },
} as const;

import { z } from 'zod';

/** A sign of life of something that runs on a schedule. */
const checkInSchema = z.object({
  monitor_slug: z.string().min(1).max(200),
  status: z.enum(['in_progress', 'ok', 'error']),
  check_in_id: z.string().max(64).optional(),
  duration: z.number().nonnegative().nullish(),
  environment: z.string().max(200).nullish(),
});
export type CheckIn = z.infer<typeof checkInSchema>;

/** Null when it is none. */
export function readCheckIn(value: unknown): CheckIn | null {
  const parsed = checkInSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

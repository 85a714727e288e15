import { z } from 'zod';

/** Updates of Nightguard itself. */
export const appUpdateSchema = z.object({
  /**
   * `off`: no address was packed with this copy. `managed`: the system's package manager brings updates.
   * `could-not-check` is never told as up to date.
   */
  state: z.enum([
    'off',
    'managed',
    'unknown',
    'looking',
    'up-to-date',
    'could-not-check',
    'available',
    'downloading',
    'ready',
    'restarting',
  ]),
  /** The one that is offered. */
  version: z.string().nullable(),
  bytes: z.number().int().nonnegative().nullable(),
  percent: z.number().min(0).max(100).nullable(),
  checkedAt: z.number().int().nonnegative().nullable(),
  /** Why it could not be checked, downloaded or installed. */
  reason: z.string().nullable(),
  /** The last one that did not come up, and was taken back. */
  takenBack: z.object({ version: z.string(), reason: z.string(), at: z.number().int().nonnegative() }).nullable(),
});
export type AppUpdate = z.infer<typeof appUpdateSchema>;

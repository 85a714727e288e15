import { z } from 'zod';
import { nothing } from './values.ts';

const appSettingsSchema = z.strictObject({
  language: z.enum(['system', 'en', 'ko']),
  theme: z.enum(['system', 'light', 'dark']),
  openAtLogin: z.boolean(),
});
export type AppSettings = z.infer<typeof appSettingsSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  /** The language in force, after `system` is resolved. */
  language: z.enum(['en', 'ko']),
  platform: z.string(),
  /** The accent of the system, as `#rrggbb`; null where it does not say. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  settings: appSettingsSchema,
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** The application itself: settings of this machine, the window, the clipboard. */
export const appChannels = {
  'app:info': { input: nothing, output: appInfoSchema },
  'app:settings': { input: appSettingsSchema.partial(), output: appInfoSchema },
  'app:hide': { input: nothing, output: nothing },
  'app:openArchiveFolder': { input: nothing, output: nothing },
  'app:copy': { input: z.string().max(65_536), output: nothing },
} as const;

import { z } from 'zod';
import { settingsFileSchema, settingsPreviewSchema, settingsSavedSchema } from '../../model/settings-file.ts';
import { hash, nothing } from './values.ts';

/** A settings file is written by hand: a larger one is something else. */
const text = z.string().max(1_000_000);

/** nightguard.yaml of the shown workspace. Which file that is, is the guardian's to know. */
export const settingsChannels = {
  'settings:read': { input: nothing, output: settingsFileSchema },
  /** What a text would change, and what is wrong with it. */
  'settings:preview': { input: z.strictObject({ text }), output: settingsPreviewSchema },
  /** `hash` of the file that was edited: a newer one is never written over. */
  'settings:save': { input: z.strictObject({ text, hash }), output: settingsSavedSchema },
  'settings:former': { input: z.strictObject({ id: z.string().max(64) }), output: z.object({ text: z.string() }) },
} as const;

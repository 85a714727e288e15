import { z } from 'zod';
import { plainValueSchema } from './settings-form.ts';
import { settingsProblemSchema } from './settings.ts';

/** nightguard.yaml as a person edits it: text in, difference shown, then saved. */

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A version that was replaced, kept so that it can be put back. */
export const formerSettingsSchema = z.object({ id: z.string(), at: z.number().int().nonnegative() });
export type FormerSettings = z.infer<typeof formerSettingsSchema>;

export const settingsFileSchema = z.object({
  text: z.string(),
  /** SHA-256 in hex of the text as it is on the disk: who saves says what was edited. */
  hash,
  problem: settingsProblemSchema.nullable(),
  /** Newest first. */
  former: z.array(formerSettingsSchema),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;

/** What stands in a text, right or wrong; null where it is no YAML. */
export const writtenSchema = z.record(z.string(), plainValueSchema).nullable();
export type Written = z.infer<typeof writtenSchema>;

/** A text with one setting changed. */
export const settingsEditedSchema = z.object({ text: z.string(), written: writtenSchema });
export type SettingsEdited = z.infer<typeof settingsEditedSchema>;

export const settingsPreviewSchema = z.object({
  problem: settingsProblemSchema.nullable(),
  /** Against the file as it is now; empty when they are the same. */
  unified: z.string(),
  /** Keys at the root whose settings would change. */
  sections: z.array(z.string()),
  written: writtenSchema,
});
export type SettingsPreview = z.infer<typeof settingsPreviewSchema>;

export const settingsSavedSchema = z.object({
  state: z.enum(['saved', 'unchanged', 'held', 'denied']),
  reason: z.string().nullable(),
});
export type SettingsSaved = z.infer<typeof settingsSavedSchema>;

import { z } from 'zod';
import { settingEditSchema, settingsFormSchema } from '../../model/settings-form.ts';
import {
  settingsEditedSchema,
  settingsFileSchema,
  settingsPreviewSchema,
  settingsSavedSchema,
} from '../../model/settings-file.ts';
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
  /** A field for each setting, with its words in one language. */
  'settings:form': { input: z.strictObject({ language: z.enum(['en', 'ko']) }), output: settingsFormSchema },
  /** The text with one setting changed and its comments kept. Changes no file. */
  'settings:edit': { input: z.strictObject({ text, edit: settingEditSchema }), output: settingsEditedSchema },
  'settings:former': { input: z.strictObject({ id: z.string().max(64) }), output: z.object({ text: z.string() }) },
} as const;

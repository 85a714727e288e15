/** What one setting is called in both languages, and its Korean description; the English one stands in the schema. */
export type SettingText = readonly [english: string, korean: string, koreanHelp: string];
/** By the setting's keys joined with dots; those of a list's items stand below the list. */
export type SettingTexts = Readonly<Record<string, SettingText>>;

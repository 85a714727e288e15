export { editSettings, type SettingsChange } from './edit-settings.ts';
export { settingsJsonSchema } from './json-schema.ts';
export { loadSettings } from './load-settings.ts';
export { parseSettings, type SettingsResult } from './parse-settings.ts';
export { renderDefaultSettings, type DefaultSettingsOptions } from './render-default-settings.ts';
export { createSettingsStore, type SettingsStore } from './settings-store.ts';
export { settingsForm } from './settings-form.ts';
export { writtenSettings } from './written-settings.ts';
export { settingsReference } from './settings-reference.ts';

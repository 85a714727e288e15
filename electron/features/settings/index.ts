export { openSettings, type SettingsDuty, type SettingsPorts } from './open-settings.ts';

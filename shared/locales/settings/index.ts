import { alerts } from './alerts.ts';
import { annealing } from './annealing.ts';
import { environment } from './environment.ts';
import { governance } from './governance.ts';
import { healing } from './healing.ts';
import { rituals } from './rituals.ts';
import { security } from './security.ts';
import type { SettingTexts } from './setting-text.ts';
import { updates } from './updates.ts';

/** Names of all settings in both languages, and their Korean descriptions. The panel gets them with the form. */
export const settingTexts: SettingTexts = {
  ...updates,
  ...security,
  ...environment,
  ...governance,
  ...annealing,
  ...alerts,
  ...healing,
  ...rituals,
};

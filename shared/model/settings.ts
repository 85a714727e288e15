import { z } from 'zod';
import { annealing } from './settings/annealing.ts';
import { alerts } from './settings/alerts.ts';
import { environment } from './settings/environment.ts';
import { governance } from './settings/governance.ts';
import { healing } from './settings/healing.ts';
import { security } from './settings/security.ts';
import { rituals } from './settings/rituals.ts';
import { updates } from './settings/updates.ts';

/**
 * Settings of one workspace, as written in `nightguard.yaml`.
 * Every key has a default and a description: the same text serves the file that `init` writes,
 * the published JSON Schema and the panel's help.
 */
export const settingsSchema = z.strictObject({
  updates: updates.prefault({}).describe('How updates come in from Core.'),
  security: security.prefault({}).describe('How vulnerable and outdated packages are found and upgraded.'),
  environment: environment.prefault({}).describe('What the workspace needs to run.'),
  governance: governance.prefault({}).describe('What may be done, by whom, and who must agree.'),
  annealing: annealing.prefault({}).describe('Errors of programs: how they are caught, and what is proposed.'),
  alerts: alerts.prefault({}).describe('Whom to tell, of what, and when not.'),
  healing: healing.prefault({}).describe('What is looked after, and what may be mended.'),
  rituals: rituals.prefault({}).describe('What is done at which hour of the night.'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type UpdatesSettings = Settings['updates'];
export type EnvironmentSettings = Settings['environment'];
export type GovernanceSettings = Settings['governance'];
export type AnnealingSettings = Settings['annealing'];
export type HealingSettings = Settings['healing'];
export type SecuritySettings = Settings['security'];
export type RitualsSettings = Settings['rituals'];
export type AlertsSettings = Settings['alerts'];
export type ActRule = GovernanceSettings['rules'][number];
export type JudgementRules = GovernanceSettings['judgement'];
export type VerifyCommand = UpdatesSettings['verify'][number];
export type Retention = UpdatesSettings['archive']['retention'];

/** The settings of an empty file. */
export const defaultSettings = (): Settings => settingsSchema.parse({});

/** What is wrong with a settings file, precisely enough to go there and mend it. */
export const settingsProblemSchema = z.object({
  file: z.string(),
  /** 1-based. */
  line: z.number().int().positive(),
  path: z.string(),
  message: z.string(),
});
export type SettingsProblem = z.infer<typeof settingsProblemSchema>;

import { alerts } from './alerts.ts';
import { approval } from './approval.ts';
import { common } from './common.ts';
import { environment } from './environment.ts';
import { panel } from './panel.ts';
import { telegram } from './telegram.ts';
import { terminal } from './terminal.ts';
import { health } from './terminal-healing.ts';
import { tray } from './tray.ts';

export const en = { ...common, alerts, approval, environment, health, panel, telegram, terminal, tray };

/** The shape that every other language must fill, with texts of its own. */
export type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

import type { en, Texts } from '../en/index.ts';
import { alerts } from './alerts.ts';
import { approval } from './approval.ts';
import { common } from './common.ts';
import { environment } from './environment.ts';
import { panel } from './panel.ts';
import { telegram } from './telegram.ts';
import { terminal } from './terminal.ts';
import { health } from './terminal-healing.ts';
import { tray } from './tray.ts';

// Korean has no plural forms: i18next asks for `_other` only, and `_one` stands there for the type.
export const ko: Texts<typeof en> = { ...common, alerts, approval, environment, health, panel, telegram, terminal, tray };

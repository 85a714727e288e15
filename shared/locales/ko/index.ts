import type { en, Texts } from '../en/index.ts';
import { common } from './common.ts';
import { panel } from './panel.ts';
import { terminal } from './terminal.ts';
import { tray } from './tray.ts';

// Korean has no plural forms: i18next asks for `_other` only, and `_one` stands there for the type.
export const ko: Texts<typeof en> = { ...common, panel, terminal, tray };

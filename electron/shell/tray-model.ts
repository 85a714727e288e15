import type { PushValue } from '../../shared/ipc/contract.ts';
import type { Language, Translate } from '../../shared/locales/index.ts';
import type { Overall } from '../../shared/model/snapshot.ts';

/** Where the panel shall go. */
export type Destination = PushValue<'navigate'>;

/** What a menu item asks for. */
export type TrayAction =
  | { type: 'open'; to: Destination }
  /** Opens the approval window; nothing is approved in a menu. */
  | { type: 'approve'; id: number }
  | { type: 'show-workspace'; path: string }
  | { type: 'update' }
  | { type: 'pause'; length: 'hour' | 'until-tomorrow' }
  | { type: 'resume' }
  | { type: 'archive-folder' }
  | { type: 'open-at-login'; value: boolean }
  | { type: 'restart-to-update' }
  | { type: 'quit' };

/** One line of the menu, as data. */
export type TrayEntry =
  | { kind: 'separator' }
  | { kind: 'text'; label: string }
  | { kind: 'action'; label: string; action: TrayAction; enabled: boolean }
  | { kind: 'checkbox'; label: string; action: TrayAction; checked: boolean };

/** Everything that the tray shows. Equal views need no redrawing. */
export interface TrayView {
  icon: Overall;
  tooltip: string;
  menu: TrayEntry[];
}

export interface TrayContext {
  /** Epoch milliseconds. */
  now: number;
  language: Language;
  translate: Translate;
  openAtLogin: boolean;
  /** Version of the application that waits for a restart. */
  ready: string | null;
}

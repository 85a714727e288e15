import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayEntry } from './tray-model.ts';

/** In menus `&` marks a keyboard letter: doubled, it is itself. Labels carry file names. */
const literal = (label: string): string => label.replaceAll('&', '&&');

/** Menu data as Electron's template. */
export const menuTemplate = (menu: readonly TrayEntry[], onAction: (action: TrayAction) => void): MenuItemConstructorOptions[] =>
  menu.map((entry) => menuItem(entry, onAction));

function menuItem(entry: TrayEntry, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  if (entry.kind === 'separator') return { type: 'separator' };
  const label = literal(entry.label);
  if (entry.kind === 'text') return { label, enabled: false };
  const click = (): void => onAction(entry.action);
  return entry.kind === 'checkbox'
    ? { label, type: 'checkbox', checked: entry.checked, click }
    : { label, enabled: entry.enabled, click };
}

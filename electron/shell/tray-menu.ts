import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayEntry } from './tray-model.ts';

/** In menus `&` marks a keyboard letter: doubled, it is itself. Labels carry file names. */
const literal = (label: string): string => label.replaceAll('&', '&&');

/** Menu data as Electron's template. */
export const menuTemplate = (menu: readonly TrayEntry[], onAction: (action: TrayAction) => void): MenuItemConstructorOptions[] =>
  menu.map((entry) => menuItem(entry, onAction));

function menuItem(entry: TrayEntry, onAction: (action: TrayAction) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'text':
      return { label: literal(entry.label), enabled: false };
    case 'action':
      return { label: literal(entry.label), enabled: entry.enabled, click: () => onAction(entry.action) };
    case 'checkbox':
      return { label: literal(entry.label), type: 'checkbox', checked: entry.checked, click: () => onAction(entry.action) };
  }
}

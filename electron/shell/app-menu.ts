import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/locales/index.ts';
import type { Destination } from './tray-model.ts';

/** Views by their number key, in the order of the navigation. */
const NUMBERED: readonly Destination['view'][] = [
  'overview',
  'updates',
  'errors',
  'environment',
  'health',
  'rituals',
  'constitution',
  'logs',
  'settings',
];

export interface AppMenuActs {
  open: (to: Destination) => void;
  check: () => void;
  close: () => void;
  quit: () => void;
}

/**
 * The menu of the application: on macOS in the bar at the top, elsewhere only its shortcuts. Electron's own would reload the panel and open
 * the developers' tools.
 */
export function appMenuTemplate(translate: Translate, { open, check, close, quit }: AppMenuActs): MenuItemConstructorOptions[] {
  const go = (view: Destination['view']) => () => open({ view, release: null, rollback: false });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: 'Nightguard',
      submenu: [
        { id: 'preferences', label: translate('tray.settings'), accelerator: 'CmdOrCtrl+,', click: go('settings') },
        { id: 'check', label: translate('tray.updateNow'), accelerator: 'CmdOrCtrl+R', click: check },
        separator,
        { id: 'close', label: translate('tray.closeWindow'), accelerator: 'CmdOrCtrl+W', click: close },
        { id: 'quit', label: translate('tray.quit'), accelerator: 'CmdOrCtrl+Q', click: quit },
      ],
    },
    {
      label: translate('tray.menu.edit'),
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: translate('tray.menu.view'),
      submenu: [
        ...NUMBERED.map((view, index) => ({
          id: view,
          label: translate(`panel.nav.${view}`),
          accelerator: `CmdOrCtrl+${index + 1}`,
          click: go(view),
        })),
        separator,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
      ],
    },
  ];
}

/** Sets it, in the language of the moment. */
export const setAppMenu = (translate: Translate, acts: AppMenuActs): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate(translate, acts)));

import { Menu, nativeTheme, Tray } from 'electron';
import type { Disposable } from '../kernel/disposables.ts';
import { menuTemplate } from './tray-menu.ts';
import { trayIcon } from './tray-icon.ts';
import type { Rectangle } from './panel-position.ts';
import type { TrayAction, TrayView } from './tray-model.ts';

export interface TrayIcon extends Disposable {
  listen(listener: TrayListener): void;
  /** Shows a view. The same view again changes nothing, so nothing flickers. */
  apply(view: TrayView): void;
  /** Makes the icon anew: a panel that came up after the application never hears of the old one. */
  recreate(): void;
  bounds(): Rectangle;
}

/** Who is told of what a person does with the icon. */
export interface TrayListener {
  action(action: TrayAction): void;
  /** The plain click, which some Linux panels never report: everything is in the menu too. */
  click(): void;
}

/** The icon in the system tray. It can be there before anybody listens: a click until then is told when somebody does. */
export function createTray(icons: string, first: TrayView): TrayIcon {
  let shown = first;
  let listener: TrayListener | undefined;
  let isAsked = false;
  let tray = make();

  function make(): Tray {
    const created = new Tray(trayIcon(icons, shown.icon));
    created.on('click', () => {
      if (listener === undefined) isAsked = true;
      else listener.click();
    });
    dress(created);
    return created;
  }

  function dress(target: Tray): void {
    target.setToolTip(shown.tooltip);
    // Set again after every change: on Linux the menu is a copy that goes stale.
    target.setContextMenu(Menu.buildFromTemplate(menuTemplate(shown.menu, (action) => listener?.action(action))));
  }

  const recolour = (): void => tray.setImage(trayIcon(icons, shown.icon));
  nativeTheme.on('updated', recolour);

  return {
    listen(to) {
      listener = to;
      if (isAsked) to.click();
      isAsked = false;
    },
    apply(view) {
      if (JSON.stringify(view) === JSON.stringify(shown)) return;
      const sameIcon = view.icon === shown.icon;
      shown = view;
      if (!sameIcon) tray.setImage(trayIcon(icons, view.icon));
      dress(tray);
    },
    recreate() {
      tray.destroy();
      tray = make();
    },
    bounds: () => tray.getBounds(),
    dispose() {
      nativeTheme.removeListener('updated', recolour);
      tray.destroy();
    },
  };
}

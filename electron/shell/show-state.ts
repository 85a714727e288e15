import type { ApprovalRoom } from './approval-room.ts';
import type { PanelWindow } from './panel-window.ts';
import { idleTrayView, startingView, trayView } from './tray-view.ts';
import type { TrayContext } from './tray-model.ts';
import type { TrayIcon } from './tray.ts';
import type { Workspaces } from './workspaces.ts';

export interface Shown {
  tray: TrayIcon;
  panel: PanelWindow;
  approvals: ApprovalRoom;
  workspaces: Workspaces;
  context: () => TrayContext;
}

/** Shows how everything stands, in tray, panel and approval window: called after each change. */
export function showState({ tray, panel, approvals, workspaces, context }: Shown): void {
  const list = workspaces.list();
  const others = list.filter(({ shown }) => !shown);
  const snapshot = workspaces.shown()?.snapshot();
  if (snapshot !== undefined) {
    tray.apply(trayView(snapshot, context(), others));
    panel.push('snapshot', snapshot);
  } else if (list.some(({ state }) => state === 'opening')) tray.apply(startingView(context()));
  else tray.apply(idleTrayView(others, context()));
  panel.push('workspaces', list);
  approvals.refresh();
}

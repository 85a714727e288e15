import { minutesUntilTomorrow } from './moment.ts';
import type { Destination, TrayAction } from './tray-model.ts';
import type { Guardian } from '../guardian-api.ts';

/** What the items of the tray menu need from the application. */
export interface TrayActs {
  guardian(): Guardian;
  now(): number;
  open(to: Destination): void;
  showWorkspace(path: string): Promise<void>;
  openApprovals: (id: number | null) => void;
  openArchiveFolder(): Promise<void>;
  setOpenAtLogin(value: boolean): Promise<void>;
  restartToUpdate(): Promise<void>;
  quit(): void;
}

const HOUR_MINUTES = 60;

/** Does what a menu item asks for; rejects when it could not be done. */
export async function doAction(action: TrayAction, acts: TrayActs): Promise<void> {
  switch (action.type) {
    case 'open':
      return acts.open(action.to);
    case 'approve':
      return acts.openApprovals(action.id);
    case 'show-workspace':
      return acts.showWorkspace(action.path);
    case 'update':
      await acts.guardian().runUpdate({ trigger: 'tray' });
      return;
    case 'pause':
      return acts.guardian().pause(action.length === 'hour' ? HOUR_MINUTES : minutesUntilTomorrow(acts.now()));
    case 'resume':
      return acts.guardian().resume();
    case 'archive-folder':
      return acts.openArchiveFolder();
    case 'open-at-login':
      return acts.setOpenAtLogin(action.value);
    case 'restart-to-update':
      return acts.restartToUpdate();
    case 'quit':
      return acts.quit();
  }
}

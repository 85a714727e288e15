import { create } from 'zustand';
import type { PushValue } from '../../../shared/ipc/contract.ts';
import type { RollbackTarget } from '../../../shared/model/updates.ts';

/** The views that exist. */
export const VIEWS = ['overview', 'updates', 'security', 'archive', 'settings'] as const;
export type View = (typeof VIEWS)[number];

/** What the detail side of Updates shows. */
export type Selection = { kind: 'release'; release: string } | { kind: 'held'; path: string } | { kind: 'held-set' };

/** What the rollback dialog goes back on; `choose-time` asks for the time first. */
export type RollbackRequest = RollbackTarget | { kind: 'choose-time' };

interface Navigation {
  view: View;
  selection: Selection | null;
  rollback: RollbackRequest | null;
}

/** Where the person is: view, selection in Updates, and the rollback that is being looked at. */
export const useNavigation = create<Navigation>(() => ({ view: 'overview', selection: null, rollback: null }));

/** Goes to a view; its list is shown first. */
export const goTo = (view: View): void => useNavigation.setState({ view, selection: null });

/** Opens something in Updates, or closes the detail with null. */
export const select = (selection: Selection | null): void => useNavigation.setState({ view: 'updates', selection });

/** Opens the rollback dialog on its preview. */
export const openRollback = (rollback: RollbackRequest): void => useNavigation.setState({ rollback });

/** Closes the rollback dialog; nothing was changed by looking. */
export const closeRollback = (): void => useNavigation.setState({ rollback: null });

/** Follows a click on a notification or a tray menu item. */
export function follow({ view, release, rollback }: PushValue<'navigate'>): void {
  useNavigation.setState({
    view,
    selection: release === null ? null : { kind: 'release', release },
    rollback: rollback && release !== null ? { kind: 'release', release } : null,
  });
}

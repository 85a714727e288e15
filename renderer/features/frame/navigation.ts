import { create } from 'zustand';
import type { PushValue } from '../../../shared/ipc/contract.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { RollbackTarget } from '../../../shared/model/updates.ts';
import { onOtherWorkspace, useGuardian } from '../../api/index.ts';

/** Places of the navigation, in their order, each with the views that are found there: the first is the one that opens. */
export const PLACES = {
  overview: ['overview'],
  updates: ['updates', 'archive'],
  errors: ['errors'],
  environment: ['environment', 'security'],
  health: ['health', 'alerts'],
  rituals: ['rituals'],
  constitution: ['constitution'],
  logs: ['logs'],
  settings: ['settings'],
} as const;
export type Place = keyof typeof PLACES;
export type View = (typeof PLACES)[Place][number];

/** The places by name, as they stand in the navigation. */
export const PLACE_NAMES = Object.keys(PLACES) as readonly Place[];

/** The views of one place. */
export const viewsOf = (place: Place): readonly View[] => PLACES[place];

/** The place where a view is found. */
export const placeOf = (view: View): Place => PLACE_NAMES.find((place) => viewsOf(place).includes(view)) ?? 'overview';

/** What the detail side of Updates shows. */
export type Selection = { kind: 'release'; release: string } | { kind: 'held'; path: string } | { kind: 'held-set' };

/** The parts of the Constitution view. */
export const LAW_TABS = ['structures', 'approvals', 'audit'] as const;
export type LawTab = (typeof LAW_TABS)[number];

/** What the rollback dialog goes back on; `choose-time` asks for the time first. */
export type RollbackRequest = RollbackTarget | { kind: 'choose-time' };

interface Navigation {
  view: View;
  selection: Selection | null;
  /** Part of the Constitution that is shown, or was last. */
  tab: LawTab;
  rollback: RollbackRequest | null;
  /** Whether a workspace is being added. */
  isAdding: boolean;
}

/** Where the person is: view, selection in Updates, and the rollback that is being looked at. */
export const useNavigation = create<Navigation>(() => ({
  view: 'overview',
  selection: null,
  tab: 'structures',
  rollback: null,
  isAdding: false,
}));

/** Goes to a view; its list is shown first. */
export const goTo = (view: View): void => useNavigation.setState({ view, selection: null, isAdding: false });

/** Opens something in Updates, or closes the detail with null. */
export const select = (selection: Selection | null): void => useNavigation.setState({ view: 'updates', selection });

/** Opens a part of the Constitution. */
export const goToLaw = (tab: LawTab): void => useNavigation.setState({ view: 'constitution', selection: null, tab });

/** Opens the rollback dialog on its preview. */
export const openRollback = (rollback: RollbackRequest): void => useNavigation.setState({ rollback });

/** Closes the rollback dialog; nothing was changed by looking. */
export const closeRollback = (): void => useNavigation.setState({ rollback: null });

/** Begins to add a workspace: the way there takes the room of the view. */
export const openAdding = (): void => useNavigation.setState({ isAdding: true });

/** Back to the views. */
export const closeAdding = (): void => useNavigation.setState({ isAdding: false });

// The view stays; what was selected in it is of another workspace.
onOtherWorkspace(() => useNavigation.setState({ selection: null, rollback: null }));

const ABOUT_THE_LOG: ReadonlySet<string> = new Set(['audit-broken', 'act-interrupted', 'checkpoint-failed']);

/** The part of the Constitution that somebody who is sent there will want: what waits, then what is wrong. */
export function lawTabOf(snapshot: Pick<Snapshot, 'approvals' | 'problems'> | null): LawTab {
  if (snapshot === null) return 'structures';
  if (snapshot.approvals.length > 0) return 'approvals';
  return snapshot.problems.some(({ code }) => ABOUT_THE_LOG.has(code)) ? 'audit' : 'structures';
}

/** Follows a click on a notification or a tray menu item. */
export function follow({ view, release, rollback }: PushValue<'navigate'>): void {
  useNavigation.setState({
    view,
    isAdding: false,
    ...(view === 'constitution' ? { tab: lawTabOf(useGuardian.getState().snapshot) } : {}),
    selection: release === null ? null : { kind: 'release', release },
    rollback: rollback && release !== null ? { kind: 'release', release } : null,
  });
}

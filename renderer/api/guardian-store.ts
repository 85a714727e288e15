import { create } from 'zustand';
import type { AppInfo } from '../../shared/ipc/contract.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { WorkspaceStanding } from '../../shared/model/workspaces.ts';
import { asApiError, askAbout, call, listen, type ApiError } from './bridge.ts';
import { newest } from './newest.ts';

interface GuardianState {
  /** Of the shown workspace; null until it is known, and while none is guarded. */
  snapshot: Snapshot | null;
  /** Of this machine; null until they are known. */
  workspaces: WorkspaceStanding[] | null;
  info: AppInfo | null;
  /** Why the guardian cannot be reached; null while it can. What was known before stays visible. */
  failure: ApiError | null;
}

/** What the panel knows of the guardian: the newest snapshot and the application's own settings. */
export const useGuardian = create<GuardianState>(() => ({
  snapshot: null,
  workspaces: null,
  info: null,
  failure: null,
}));

function take(arrived: Snapshot): void {
  askAbout(arrived.workspace.path);
  useGuardian.setState(({ snapshot }) => ({ snapshot: newest(snapshot, arrived), failure: null }));
}

/** Whether the workspace that is shown has a guardian to ask. */
export const isGuarded = (workspaces: readonly WorkspaceStanding[]): boolean =>
  workspaces.some(({ state, shown }) => shown && state === 'guarded');

/** A list without a guarded workspace ends what was known of the last one. */
function takeWorkspaces(workspaces: WorkspaceStanding[]): void {
  if (isGuarded(workspaces)) useGuardian.setState({ workspaces });
  else {
    askAbout(null);
    useGuardian.setState({ workspaces, snapshot: null, failure: null });
  }
}

/** Stores what main says about the application itself. */
export const takeInfo = (info: AppInfo): void => useGuardian.setState({ info });

/** Fetches everything again, after a failure or at the start. */
export async function refresh(): Promise<void> {
  try {
    const [info, workspaces] = await Promise.all([call('app:info', null), call('workspaces:list', null)]);
    const snapshot = isGuarded(workspaces) ? await call('guardian:snapshot', null) : null;
    takeInfo(info);
    takeWorkspaces(workspaces);
    if (snapshot !== null) take(snapshot);
  } catch (cause) {
    useGuardian.setState({ failure: asApiError(cause) });
  }
}

/** Subscribes to the guardian and fetches its first snapshot. Returns the function that disconnects. */
export function connect(): () => void {
  const offs = [listen('snapshot', take), listen('workspaces', takeWorkspaces), listen('info', takeInfo)];
  void refresh();
  return () => offs.forEach((off) => off());
}

/** Calls back at once when another workspace is shown than before: what was open is not about it. */
export const onOtherWorkspace = (listener: () => void): (() => void) =>
  useGuardian.subscribe(({ snapshot }, { snapshot: former }) => {
    if (former !== null && former.workspace.path !== snapshot?.workspace.path) listener();
  });

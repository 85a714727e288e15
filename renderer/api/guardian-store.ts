import { create } from 'zustand';
import type { AppInfo } from '../../shared/ipc/contract.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import { asApiError, call, listen, type ApiError } from './bridge.ts';
import { newest } from './newest.ts';

interface GuardianState {
  snapshot: Snapshot | null;
  info: AppInfo | null;
  /** Why the guardian cannot be reached; null while it can. What was known before stays visible. */
  failure: ApiError | null;
}

/** What the panel knows of the guardian: the newest snapshot and the application's own settings. */
export const useGuardian = create<GuardianState>(() => ({ snapshot: null, info: null, failure: null }));

const take = (arrived: Snapshot): void =>
  useGuardian.setState(({ snapshot }) => ({ snapshot: newest(snapshot, arrived), failure: null }));

/** Stores what main says about the application itself. */
export const takeInfo = (info: AppInfo): void => useGuardian.setState({ info });

/** Fetches snapshot and application info again, after a failure or at the start. */
export async function refresh(): Promise<void> {
  try {
    const [info, snapshot] = await Promise.all([call('app:info', null), call('guardian:snapshot', null)]);
    takeInfo(info);
    take(snapshot);
  } catch (cause) {
    useGuardian.setState({ failure: asApiError(cause) });
  }
}

/** Subscribes to the guardian and fetches its first snapshot. Returns the function that disconnects. */
export function connect(): () => void {
  const offs = [listen('snapshot', take), listen('info', takeInfo)];
  void refresh();
  return () => offs.forEach((off) => off());
}

import { basename } from 'node:path';
import { sentenceOf } from '../../shared/model/sentence.ts';
import type { WorkspaceStanding } from '../../shared/model/workspaces.ts';
import type { Guardian } from '../guardian-api.ts';

/** A workspace of this machine, as the application keeps it. */
export interface Place {
  path: string;
  state: WorkspaceStanding['state'];
  reason: string;
  guardian?: Guardian;
  /** Stops listening to the guardian. */
  leave?: () => void;
  opening?: Promise<void> | undefined;
}

/** How a workspace stands, in what tray and panel say of it. */
export function standingOf({ path, state, reason, guardian }: Place, shown: boolean): WorkspaceStanding {
  const place = { path, name: basename(path), state, reason, shown };
  if (guardian === undefined)
    return { ...place, overall: 'unknown', sentence: { key: `workspaces.${state}`, values: {} }, pausedUntil: null };
  const snapshot = guardian.snapshot();
  return {
    ...place,
    name: snapshot.workspace.name,
    overall: snapshot.overall,
    sentence: sentenceOf(snapshot),
    pausedUntil: snapshot.pausedUntil,
  };
}

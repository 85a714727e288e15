import type { Snapshot } from '../../shared/model/snapshot.ts';

/** The newer of two snapshots of one workspace: a late answer must not overwrite a push that overtook it. Of another one, what arrives. */
export const newest = (known: Snapshot | null, arrived: Snapshot): Snapshot =>
  known !== null && known.workspace.path === arrived.workspace.path && known.revision > arrived.revision ? known : arrived;

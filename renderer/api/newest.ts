import type { Snapshot } from '../../shared/model/snapshot.ts';

/** The newer of two snapshots: a late answer must not overwrite a push that overtook it. */
export const newest = (known: Snapshot | null, arrived: Snapshot): Snapshot =>
  known !== null && known.revision > arrived.revision ? known : arrived;

import type { Base } from './base.ts';
import type { Refusals } from './refusals.ts';
import type { JournalRow, Releases } from './releases.ts';

/** What the end of a release means for everything that is remembered. Each runs inside the transaction that records the end. */
export interface Settlement {
  committed(number: number, rows: readonly JournalRow[]): void;
  /** Verification found the set wanting. It judges sets: all of it is refused until Core changes any of it. */
  rejected(number: number, rows: readonly JournalRow[]): void;
}

export function createSettlement({
  base,
  refusals,
  releases,
}: {
  base: Base;
  refusals: Refusals;
  releases: Releases;
}): Settlement {
  return {
    committed(number, rows) {
      for (const row of rows) {
        base.set(row.key, row.base_after);
        for (const hash of row.rejects) refusals.reject({ key: row.key, hash, release: number, wholeSet: false });
      }
      // What is in place now is welcome: an undo takes its refusal back. And what was decided is done.
      const inPlace = new Map(rows.map((row) => [row.key, row.after_hash ?? '']));
      for (const { key, hash } of refusals.rejections()) if (inPlace.get(key) === hash) refusals.accept(key, hash);
      for (const { key } of refusals.decisions()) if (inPlace.has(key)) refusals.forgetDecision(key);
      for (const of of releases.takesBack(number)) markTakenBack(releases, of, number);
    },
    rejected(number, rows) {
      for (const row of rows) {
        refusals.reject({ key: row.key, hash: row.after_hash ?? '', release: number, wholeSet: true });
        refusals.forgetDecision(row.key);
      }
    },
  };
}

/** A release that was gone back on says so; and if it was a rollback itself, what it had taken back stands again. */
function markTakenBack(releases: Releases, number: number, by: number): void {
  for (const standing of releases.takesBack(number)) markStanding(releases, standing);
  releases.markRolledBack(number, by);
}

/** It stands again; and so what it had gone back on is gone again. */
function markStanding(releases: Releases, number: number): void {
  releases.markRolledBack(number, null);
  for (const gone of releases.takesBack(number)) releases.markRolledBack(gone, number);
}

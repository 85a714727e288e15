import { constants } from 'node:os';
import { asksForDecision, overallOf, type Snapshot } from '../../shared/model/snapshot.ts';
import type { SecurityResult } from '../../shared/model/security.ts';
import type { CycleResult, RollbackFile, RollbackResult } from '../../shared/model/updates.ts';
import type { ErrorCode } from '../kernel/errors.ts';

/** What the process ends with. Above 128: ended by that signal, as shells count. */
export const EXIT = {
  /** Done, and all is well. */
  ok: 0,
  /** Done, and not well: failed, rolled back, damaged, could not look. */
  notWell: 1,
  /** Something waits for a person. */
  held: 2,
  /** Asked in a way that makes no sense (EX_USAGE). */
  usage: 64,
  /** Our own fault (EX_SOFTWARE). */
  software: 70,
} as const;

/** The exit code of an error that ended the command. */
export function exitOfError(code: ErrorCode): number {
  switch (code) {
    case 'usage':
    case 'no-workspace':
    case 'unsafe-path':
    case 'not-found':
      return EXIT.usage;
    case 'internal':
    case 'disposed':
      return EXIT.software;
    case 'settings-invalid':
    case 'source-not-set':
    case 'source-missing':
    case 'source-unreadable':
    case 'source-stream':
    case 'stale-preview':
    case 'changed-meanwhile':
    case 'hash-mismatch':
    case 'audit-broken':
    case 'disk-full':
    case 'locked':
    case 'denied':
    case 'cancelled':
    case 'database':
      return EXIT.notWell;
  }
}

/** An update that applied some files and holds others still needs a person: 2. What a person took back is settled. */
export function exitOfCycle({ status, held, heldSet }: CycleResult): number {
  if (status === 'FAILED' || status === 'ROLLED_BACK') return EXIT.notWell;
  return status === 'HELD' || held.some(asksForDecision) || heldSet !== null ? EXIT.held : EXIT.ok;
}

/** A file whose old bytes are nowhere is not well, even where nothing else was to be done. */
export function exitOfRollback({ status, files }: Pick<RollbackResult, 'status' | 'files'>): number {
  if (status === 'FAILED') return EXIT.notWell;
  if (status === 'HELD') return EXIT.held;
  return hasLost(files) ? EXIT.notWell : EXIT.ok;
}

const hasLost = (files: readonly RollbackFile[]): boolean => files.some((file) => file.action === 'lost');

/** What is vulnerable is not well, unless its upgrade waits for a person. A run that was skipped is fine. */
export function exitOfSecurity({ status, report, upgrades }: Pick<SecurityResult, 'status' | 'report' | 'upgrades'>): number {
  if (status === 'FAILED' || status === 'COULD_NOT_CHECK' || status === 'INTERRUPTED') return EXIT.notWell;
  const waiting = new Set(upgrades.filter(({ result }) => result === 'waits').map(({ name }) => name));
  const left = report?.packages.filter(({ advisories, name }) => advisories.length > 0 && !waiting.has(name)) ?? [];
  if (left.length > 0 || report?.sources.some(({ state }) => state !== 'checked') === true) return EXIT.notWell;
  return status === 'HELD' ? EXIT.held : EXIT.ok;
}

/** The state of the workspace. Never checked is not a failure; "could not check" is. */
export function exitOfSnapshot(snapshot: Snapshot): number {
  const overall = overallOf(snapshot);
  const last = snapshot.lastCheck?.result;
  if (overall === 'problem' || last === 'could-not-check' || last === 'failed' || last === 'rolled-back') return EXIT.notWell;
  return overall === 'needs-you' ? EXIT.held : EXIT.ok;
}

/** The exit code after a signal; `reason` is the AbortSignal's. */
export function exitOfSignal(reason: unknown): number {
  const name = typeof reason === 'string' ? reason : 'SIGINT';
  const number = name in constants.signals ? constants.signals[name as NodeJS.Signals] : constants.signals.SIGINT;
  return 128 + number;
}

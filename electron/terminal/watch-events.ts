import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { WatchEvent } from './text/watch-lines.ts';

/** What there is to tell between two snapshots. What news tell (releases, holds) is left to them. Pure. */
export function changesOf(before: Snapshot, after: Snapshot): WatchEvent[] {
  return [
    ...watcherChange(before, after),
    ...settingsChange(before, after),
    ...newProblems(before, after),
    ...checkChange(before, after),
  ];
}

function watcherChange(before: Snapshot, { watcher }: Snapshot): WatchEvent[] {
  if (watcher.state === before.watcher.state && watcher.detail === before.watcher.detail) return [];
  return [{ event: 'watcher', state: watcher.state, detail: watcher.detail }];
}

function settingsChange(before: Snapshot, { settingsProblem: now }: Snapshot): WatchEvent[] {
  if (now === null || JSON.stringify(now) === JSON.stringify(before.settingsProblem)) return [];
  return [{ event: 'settings', file: now.file, line: now.line, message: now.message }];
}

/** Told by news of their own. */
const TOLD = new Set(['release-failed', 'release-rolled-back', 'recovered']);

function newProblems(before: Snapshot, after: Snapshot): WatchEvent[] {
  const known = new Set(before.problems.map(({ code, detail }) => `${code} ${detail}`));
  return after.problems
    .filter(({ code, detail }) => !TOLD.has(code) && !known.has(`${code} ${detail}`))
    .map(({ code, detail }) => ({ event: 'problem', code, detail }));
}

/** A look that found what the one before it found is not told again: a quiet night has few lines. */
function checkChange(before: Snapshot, after: Snapshot): WatchEvent[] {
  const now = after.lastCheck;
  const isFirst = before.lastFullScanAt === null && after.lastFullScanAt !== null;
  if (now === null || now.at === before.lastCheck?.at || now.result === 'applied') return [];
  return isFirst || now.result !== before.lastCheck?.result ? [{ event: 'check', result: now.result }] : [];
}

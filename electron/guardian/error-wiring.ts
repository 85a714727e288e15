import type { AnnealingAlert, KnownRelease, TakenBack } from '../features/annealing/index.ts';
import type { Updates } from '../features/updates/index.ts';
import type { ErrorNews } from '../guardian-api.ts';
import type { ApplyFiles } from '../kernel/ports/apply-files.ts';

/** Releases that can be the suspect. */
const LOOKED_AT = 20;

/** The newest releases that stand, with what they changed. */
export const knownReleases = (updates: Pick<Updates, 'releases' | 'release'>): KnownRelease[] =>
  updates
    .releases(null, LOOKED_AT)
    .filter(({ status, rolledBackBy }) => status === 'SUCCESS' && rolledBackBy === null)
    .map(({ id, startedAt, finishedAt }) => ({
      id,
      at: finishedAt ?? startedAt,
      files: updates.release(id).entries.map(({ path }) => path),
    }));

/** Fixes go the way of updates, and back. */
export const filesApplier = (updates: Pick<Updates, 'applyFiles' | 'rollback'>): ApplyFiles => ({
  apply: (set, trigger) => updates.applyFiles(set, trigger),
  async takeBack(release) {
    const {
      status,
      release: by,
      files,
      reason,
    } = await updates.rollback({ kind: 'release', release }, { changedSince: 'keep', trigger: 'annealing' });
    if (status === 'COMPLETED' && by !== null) return { outcome: 'taken-back', release: by };
    if (status === 'NOTHING_TO_DO' && files.every(({ action }) => action === 'unchanged')) return { outcome: 'gone' };
    return { outcome: 'left', reason: reason ?? files.map(({ path, detail }) => `${path} ${detail}`).join(', ') };
  },
});

/** What the Technical Director is told of an error that repeats. */
export function newsOfErrors({ cause, group, analysis }: AnnealingAlert): ErrorNews {
  const best = analysis.suggestions[0];
  const verdict = best?.proof?.verdict ?? null;
  const summary = [
    group.message,
    ...(analysis.suspect === null ? [] : [`${analysis.suspect.release} + ${analysis.suspect.minutesBefore} min.`]),
    ...(best === undefined ? [] : [verdict === null ? best.type : `${best.type} (${verdict})`]),
  ].join(' · ');
  const values = { key: group.key, count: analysis.count, summary };
  return { tag: cause, kind: 'error-repeats', release: analysis.suspect?.release ?? null, values };
}

/** What is told of a fix that did not hold. */
export const newsOfTakenBack = ({ group, release, reason }: TakenBack): ErrorNews => ({
  tag: `fix:${release}`,
  kind: 'fix-taken-back',
  release,
  values: { key: group.key, summary: reason },
});

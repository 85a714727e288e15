import type { AlertSeverity, LastNight, NightPart } from '../../../../shared/model/alerts.ts';
import type { RitualRun } from '../../../../shared/model/rituals.ts';
import type { ReleaseSummary } from '../../../../shared/model/updates.ts';

/** What is known of a night. Times are epoch milliseconds. */
export interface NightFacts {
  /** Releases that began in it, and ritual runs that were due or began in it. */
  releases: readonly Pick<ReleaseSummary, 'id' | 'kind' | 'status' | 'files'>[];
  runs: readonly Pick<RitualRun, 'ritual' | 'result'>[];
  /** What was put on hold in it and still waits: paths, or what is asked. */
  held: readonly string[];
  approvals: readonly string[];
  /** Titles of causes that came to their end in it. */
  healed: readonly string[];
  /** Repairs by other duties, such as a proven patch, and those that failed. */
  fixes?: readonly string[];
  fixesFailed?: readonly string[];
  /** When all was last proven good; null when never. */
  provenAt: number | null;
}

/** More names than this are counted. */
const NAMED = 3;

type Line = LastNight['lines'][number];

/** A night in five lines at most: done, held, healed, failed, proven good. The last one is never left out. */
export function tellNight({ from, to }: { from: number; to: number }, facts: NightFacts): LastNight {
  const { releases, runs } = facts;
  const done = releases.filter(({ status }) => status === 'SUCCESS');
  const updates = done.filter(({ kind }) => kind === 'update');
  const ended = (...results: RitualRun['result'][]): string[] =>
    runs.filter(({ result }) => results.includes(result)).map(({ ritual }) => ritual);
  const of = (status: ReleaseSummary['status']): string[] =>
    releases.filter((release) => release.status === status).map(({ id }) => id);
  const files = { what: 'files', count: sum(updates.map((release) => release.files)), names: first(idsOf(updates)) } as const;
  const isProven = facts.provenAt !== null && facts.provenAt >= from;
  const lines: Line[] = [
    line('done', [
      files,
      part('rollbacks', idsOf(done.filter(({ kind }) => kind === 'rollback'))),
      part('rituals', ended('done')),
      part('handed-over', ended('handed-over')),
      part('fixes', facts.fixes ?? []),
    ]),
    line('held', [part('held', facts.held), part('approvals', facts.approvals)]),
    line('healed', [part('healed', facts.healed)]),
    line('failed', [
      part('rolled-back', of('ROLLED_BACK')),
      part('releases-failed', of('FAILED')),
      part('rituals-failed', ended('failed', 'timed-out', 'interrupted')),
      part('rituals-missed', ended('missed')),
      part('fixes-failed', facts.fixesFailed ?? []),
    ]),
    { kind: 'proven', parts: [{ what: isProven ? 'proven' : 'not-proven', count: 1, names: [] }] },
  ];
  return { from, to, lines: lines.filter(({ parts }) => parts.length > 0), provenAt: facts.provenAt };
}

/** Whether anything happened that is worth a message. */
export const isEventful = ({ lines }: LastNight): boolean => lines.some(({ kind }) => kind !== 'proven');

/** How bad a night was. */
export function severityOfNight({ lines }: LastNight): AlertSeverity {
  const has = (kind: Line['kind']): boolean => lines.some((one) => one.kind === kind);
  if (has('failed')) return 'ERROR';
  return has('held') ? 'WARNING' : 'INFO';
}

const line = (kind: Line['kind'], parts: readonly NightPart[]): Line => ({
  kind,
  parts: parts.filter(({ count }) => count > 0),
});

/** A ritual that ran five times is named once. */
const part = (what: NightPart['what'], names: readonly string[]): NightPart => ({
  what,
  count: names.length,
  names: first([...new Set(names)].filter((name) => name !== '')),
});

const idsOf = (releases: readonly { id: string }[]): string[] => releases.map(({ id }) => id);
const first = (names: readonly string[]): string[] => names.slice(0, NAMED);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

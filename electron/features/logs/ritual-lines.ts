import type { RitualRun } from '../../../shared/model/rituals.ts';
import { localIso } from '../../kernel/local-time.ts';
import type { Texts } from './text-source.ts';

/** What is shown of rituals. */
export interface RitualOutputs {
  /** Newest first. */
  runs: (limit: number) => readonly RitualRun[];
  output: (run: number) => string;
}

const MOST_RUNS = 300;

/** What rituals printed, oldest run first, each below a line of its own. */
export function createRitualLines({ runs, output }: RitualOutputs): Texts {
  let known: { stamp: string; lines: readonly string[] } = { stamp: '', lines: [] };
  return {
    standing: () => ({ id: 'rituals', path: null, state: runs(1).length === 0 ? 'missing' : 'there', detail: '', bytes: null }),
    lines() {
      const all = runs(MOST_RUNS);
      const stamp = JSON.stringify([all[0]?.id, all.length, all.filter(({ result }) => result === null), all[0]?.result]);
      if (stamp !== known.stamp) known = { stamp, lines: all.toReversed().flatMap((run) => linesOf(run, output(run.id))) };
      return Promise.resolve(known.lines);
    },
  };
}

function linesOf({ ritual, scheduledFor, startedAt, result, detail }: RitualRun, output: string): string[] {
  const level =
    result === 'failed' || result === 'timed-out' || result === 'unanswered' ? 'ERROR' : result === 'missed' ? 'WARN' : 'INFO';
  const head = `${localIso(startedAt ?? scheduledFor)}  ${level}  ${ritual}  ${result ?? 'running'}  ${detail.replaceAll('\n', ' ')}`;
  return [
    head.trimEnd(),
    ...(output === ''
      ? []
      : output
          .trimEnd()
          .split('\n')
          .map((line) => `    ${line}`)),
  ];
}

import { needsYouCount } from '../../../shared/model/snapshot.ts';
import type { CycleResult, UpdateEntry } from '../../../shared/model/updates.ts';
import { changeLines, tally } from './changes.ts';
import { heldLines, heldSetLines, takenBackCount } from './held.ts';
import { printableLines } from './printable.ts';
import type { Voice } from './voice.ts';

/** What an update came to: the files, what is held, and one summary line with the way to undo it. */
export function updateReport(result: CycleResult, voice: Voice): string[] {
  const changed = result.entries.filter((entry) => entry.status !== 'HELD');
  const parts = [
    changeLines(changed, voice),
    heldSetLines(result.heldSet, voice),
    heldLines(result.held, voice),
    [...summary(result, changed, voice), ...takenBackCount(result.held, voice)],
  ];
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

function summary(result: CycleResult, changed: readonly UpdateEntry[], voice: Voice): string[] {
  const { t, paint, command } = voice;
  const { status, release } = result;
  const count = changed.length;
  switch (status) {
    case 'COMPLETED':
      return [
        `${paint('strong', release ?? '')}: ${t('terminal.update.completed', { count })} (${tally(changed, voice)})`,
        `${t('terminal.undo')}: ${command('rollback', release ?? '')}`,
      ];
    case 'NO_UPDATES':
      return [paint('good', t('terminal.update.nothing'))];
    case 'HELD':
      // What waits for an approval is no held file: it counts as one decision.
      return [
        t('terminal.update.held', { count: needsYouCount({ ...result, approvals: [] }) + (result.reason === null ? 0 : 1) }),
        ...because(result),
      ];
    case 'PLANNED':
      return [
        count === 0 ? t('terminal.update.plannedNone') : `${t('terminal.update.planned', { count })} (${tally(changed, voice)})`,
        t('terminal.dryRun'),
      ];
    case 'ROLLED_BACK':
      return [
        paint('harm', t('terminal.update.rolledBack', { release })),
        ...because(result),
        t('terminal.update.rolledBackNext'),
      ];
    case 'FAILED':
      return [
        paint('harm', t(release === null ? 'terminal.update.couldNot' : 'terminal.update.failed', { release })),
        ...because(result),
      ];
  }
}

const because = ({ reason }: CycleResult): string[] =>
  reason === null
    ? []
    : printableLines(reason)
        .split('\n')
        .map((line) => `  ${line}`);

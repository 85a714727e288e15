import type { ChangedSince, RollbackFile, RollbackPreview, RollbackResult } from '../../../shared/model/updates.ts';
import { columns } from './columns.ts';
import { moment } from './moments.ts';
import { printable, printableLines } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const ORDER = ['decide', 'lost', 'put-back', 'remove', 'unchanged'] as const;
const TONES: Record<RollbackFile['action'], Tone> = {
  decide: 'held',
  lost: 'harm',
  'put-back': 'changed',
  remove: 'removed',
  unchanged: 'faint',
};

/** Every file with what would be done with it, grouped; what needs a person comes first. */
export function rollbackPreview({ target, of, files }: RollbackPreview, { t, paint, said }: Voice): string[] {
  const rows = ORDER.flatMap((action) =>
    files
      .filter((file) => file.action === action)
      .map((file) => [
        paint(TONES[action], t(`terminal.rollback.${action}`)),
        printable(file.path),
        action === 'decide' ? said(file.detail) : '',
      ]),
  );
  const title = t(TITLES[target.kind], { of: target.kind === 'time' ? moment(target.at) : printable(of), count: files.length });
  return [title, ...columns(rows, { indent: '  ' })];
}

const TITLES: Record<RollbackPreview['target']['kind'], string> = {
  release: 'terminal.rollback.title',
  file: 'terminal.rollback.title',
  time: 'terminal.rollback.titleTime',
  version: 'terminal.rollback.titleVersion',
};

/** What came of it, after the preview was shown. */
export function rollbackOutcome(
  { status, release, files, reason }: RollbackResult,
  changed: ChangedSince | undefined,
  voice: Voice,
): string[] {
  const { t, paint, command } = voice;
  const because =
    reason === null
      ? []
      : printableLines(reason)
          .split('\n')
          .map((line) => `  ${line}`);
  switch (status) {
    case 'COMPLETED':
      return [
        `${paint('strong', release ?? '')}: ${t('terminal.rollback.completed', { count: done(files, changed) })}`,
        `${t('terminal.undo')}: ${command('rollback', release ?? '')}`,
      ];
    case 'NOTHING_TO_DO':
      return [t('terminal.rollback.nothing')];
    case 'PLANNED':
      return [t('terminal.dryRun')];
    case 'HELD':
      return [paint('held', t('terminal.rollback.held')), ...because];
    case 'FAILED':
      return [paint('harm', t('terminal.rollback.failed')), ...because];
  }
}

const done = (files: readonly RollbackFile[], changed: ChangedSince | undefined): number =>
  files.filter(({ action }) => action === 'put-back' || action === 'remove' || (action === 'decide' && changed === 'overwrite'))
    .length;

/** How many files of a preview somebody changed since. */
export const decisionsIn = (files: readonly RollbackFile[]): number => files.filter((file) => file.action === 'decide').length;

/** The two ways on when files were changed since and nobody said what to do with them. `words` is the command as it was typed. */
export function decisionLines(count: number, words: readonly string[], { t, paint, command }: Voice): string[] {
  const ways = (['keep', 'overwrite'] as const).map((choice) => [
    command(...words, '--changed', choice),
    paint('faint', t(`terminal.rollback.${choice}`)),
  ]);
  return [paint('held', t('terminal.rollback.decideFirst', { count })), ...columns(ways, { indent: '  ' })];
}

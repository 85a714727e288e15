import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** What `init` found and wrote. */
export interface InitResult {
  file: string;
  workspace: string;
  kind: '97layerOS' | 'AAOS' | 'plain';
  /** The Core folder that was set; null when that is left to the person. */
  source: string | null;
  /** Drive folders with a Core in them that were found on this machine. */
  candidates: { path: string; mode: 'mirror' | 'stream' }[];
}

/** What was written, and what comes next. */
export function initReport({ file, kind, source, candidates }: InitResult, voice: Voice): string[] {
  const { t, paint, command } = voice;
  const next = [
    ...(source === null ? [] : [[command('update', '--dry-run'), paint('faint', t('terminal.init.nextLook'))]]),
    ...(source === null ? [] : [[command('update'), paint('faint', t('terminal.init.nextUpdate'))]]),
    [command('watch'), paint('faint', t('terminal.init.nextWatch'))],
  ];
  const core =
    source === null
      ? [paint('held', t('terminal.init.noSource')), ...candidateLines(candidates, voice)]
      : [t('terminal.init.source', { source: printable(source) })];
  return [
    t('terminal.init.written', { file: printable(file) }),
    t(`terminal.init.${kind}`),
    ...core,
    '',
    t('terminal.init.next'),
    ...columns(next, { indent: '  ' }),
  ];
}

/** The Core folders to choose from. */
export const candidateLines = (candidates: InitResult['candidates'], { t }: Voice): string[] =>
  candidates.map(
    ({ path, mode }, index) => `  ${index + 1}  ${printable(path)}${mode === 'stream' ? `  (${t('terminal.init.stream')})` : ''}`,
  );

import type { SelfCheck, UnloggedChange } from '../../../shared/model/governance.ts';
import type { PreflightItem } from '../../features/governance/index.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Record<SelfCheck['result'], Tone> = { ok: 'good', violated: 'harm', 'could-not-check': 'held' };

/** One line for each thing that was looked at. */
export const selfLines = (self: readonly SelfCheck[], { t, paint }: Voice): string[] =>
  columns(
    self.map(({ check, subject, result, detail }) => [
      paint(TONES[result], t(`terminal.vigil.result.${result}`)),
      t(`terminal.vigil.check.${check}`),
      printable(subject),
      printable(detail),
    ]),
  );

/** Guarded files that changed without a word, with the hash of what is there now. */
export const unloggedLines = (changes: readonly UnloggedChange[], { t, paint }: Voice): string[] => [
  paint('harm', t('terminal.vigil.unlogged', { count: changes.length })),
  ...columns(
    changes.map(({ path, change, is, detail }) => [
      `  ${printable(path)}`,
      t(`terminal.vigil.change.${change}`),
      is === null ? printable(detail ?? '') : `sha256:${is}`,
    ]),
  ),
];

/** The checklist: what was seen, then what only the agent can answer, then whether it may begin. */
export function preflightLines(items: readonly PreflightItem[], code: 0 | 1 | 2, { t, paint }: Voice): string[] {
  const line = ({ id, passed, detail }: PreflightItem): string => {
    const mark = passed === true ? paint('good', '[x]') : passed === false ? paint('harm', '[ ]') : '[ ]';
    return `${mark} ${t(`terminal.preflight.item.${id}`)}${passed === false ? ` (${printable(detail)})` : ''}`;
  };
  const end = ({ 0: 'may', 1: 'mayNot', 2: 'waits' } as const)[code];
  return [
    ...items.filter(({ passed }) => passed !== null).map(line),
    '',
    t('terminal.preflight.yours'),
    // One without an answer but with a word on it is nobody's question.
    ...items.filter(({ passed, detail }) => passed === null && detail === '').map(line),
    '',
    paint(code === 0 ? 'good' : code === 1 ? 'harm' : 'held', t(`terminal.preflight.${end}`)),
  ];
}

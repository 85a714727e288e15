import type { PermissionAnswer } from '../../features/governance/index.ts';
import { moment } from './moments.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** What an agent's request was answered. */
export function permissionLines(
  { path, answer, taken }: { path: string; answer: PermissionAnswer; taken: boolean },
  { t }: Voice,
): string[] {
  const word = answer.verdict === 'allow' && !taken ? 'spent' : answer.verdict;
  const until = taken && answer.validUntil !== null ? [t('terminal.permission.until', { time: moment(answer.validUntil) })] : [];
  return [
    `${printable(path)}: ${t(`terminal.permission.${word}`)}`,
    ...answer.reasons.map((reason) => `  ${printable(reason)}`),
    ...until,
  ];
}

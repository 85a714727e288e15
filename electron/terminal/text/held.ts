import { asksForDecision } from '../../../shared/model/snapshot.ts';
import type { HeldItem, HeldSet } from '../../../shared/model/updates.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** What is held: the file, why, and the commands that decide it. Empty when nothing is. */
export function heldLines(held: readonly HeldItem[], voice: Voice): string[] {
  const open = held.filter(asksForDecision);
  return open.length === 0
    ? []
    : [voice.t('terminal.held.title', { count: open.length }), ...open.flatMap((item) => itemLines(item, voice))];
}

/** What a person rolled back: settled, but not forgotten. */
export function takenBackLines(held: readonly HeldItem[], voice: Voice): string[] {
  const settled = held.filter((item) => !asksForDecision(item));
  return settled.length === 0
    ? []
    : [voice.t('terminal.held.takenBack', { count: settled.length }), ...settled.flatMap((item) => itemLines(item, voice))];
}

/** The same in one line, where it is not the matter at hand. */
export function takenBackCount(held: readonly HeldItem[], { t, paint, command }: Voice): string[] {
  const count = held.filter((item) => !asksForDecision(item)).length;
  return count === 0 ? [] : [paint('faint', t('terminal.held.takenBackCount', { count, command: command('status') }))];
}

function itemLines({ path, reason, detail, decisions }: HeldItem, { t, paint, command, said }: Voice): string[] {
  const why = detail === '' ? t(`held.${reason}`) : `${t(`held.${reason}`)}: ${said(detail)}`;
  const ways = decisions.map((decision) => [command('decide', path, decision), paint('faint', t(`terminal.held.${decision}`))]);
  return [`  ${paint('held', 'H')}  ${printable(path)}`, `     ${why}`, ...columns(ways, { indent: '       ' })];
}

/** A whole set that waits: why, how to look at it, how to release it. */
export function heldSetLines(set: HeldSet | null, { t, paint, command, said }: Voice): string[] {
  if (set === null) return [];
  const reasons = set.reasons.map(({ reason, detail }) =>
    detail === '' ? t(`held.${reason}`) : `${t(`held.${reason}`)}: ${said(detail)}`,
  );
  const ways = [
    [command('update', '--dry-run'), paint('faint', t('terminal.held.look'))],
    [command('update', '--yes'), paint('faint', t('terminal.held.release'))],
  ];
  return [
    paint('held', t('terminal.held.set', { count: set.files })),
    ...reasons.map((reason) => `     ${reason}`),
    ...columns(ways, { indent: '       ' }),
  ];
}

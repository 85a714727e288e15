import type { UnloggedChange } from '../../../shared/model/governance.ts';
import { AppError } from '../../kernel/errors.ts';
import { ask, canAsk } from '../ask.ts';
import { personHere } from '../decider.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { unloggedLines } from '../text/vigil.ts';

/** A person's word on a guarded file that changed without an entry, bound to the hash of what is there. */
export function auditAccept(
  session: Session,
  path: string,
  { reason, confirm }: { reason: string; confirm?: string },
): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async ({ governance: { vigil } }) => {
    const change = vigil.lookForUnlogged().find((one) => one.path === path);
    const typed = change === undefined ? '' : (confirm ?? (await typedHash(session, change)));
    session.signal.throwIfAborted();
    const accepted = vigil.acceptChange({ path, confirm: typed, reason, decider: personHere() });
    output.document({ accepted });
    output.lines([voice.t('terminal.vigil.accepted', { path: printable(path) })]);
    return EXIT.ok;
  });
}

/** A person has seen that an act was interrupted. */
export function auditAcknowledge(session: Session, act: number, { reason }: { reason: string }): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(({ governance: { vigil } }) => {
    vigil.acknowledgeAct(act, reason, personHere());
    output.document({ act });
    output.lines([voice.t('terminal.vigil.acknowledged', { act })]);
    return EXIT.ok;
  });
}

/** Only at a terminal: a script must name the hash that it means. */
async function typedHash(session: Session, change: UnloggedChange): Promise<string> {
  const { output, voice } = session;
  const hash = change.is ?? change.was ?? '';
  if (!canAsk(session)) throw new AppError('usage', voice.t('terminal.vigil.confirm', { hash }));
  output.lines(unloggedLines([change], voice));
  return ask(voice.t('terminal.vigil.ask'), session);
}

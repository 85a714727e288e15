import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { selfLines, unloggedLines } from '../text/vigil.ts';

/** What the immune system finds in itself. 0: all is well, 1: violated, 2: something could not be checked. */
export function judgeSelf(session: Session): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async ({ governance: { vigil } }) => {
    const self = await vigil.checkSelf();
    const unlogged = vigil.lookForUnlogged();
    output.document({ self, unlogged });
    output.lines(self.length === 0 ? [voice.t('terminal.vigil.noImmuneSystem')] : selfLines(self, voice));
    if (unlogged.length > 0) output.lines(['', ...unloggedLines(unlogged, voice)]);
    if (unlogged.length > 0 || self.some(({ result }) => result === 'violated')) return EXIT.notWell;
    return self.length === 0 || self.some(({ result }) => result === 'could-not-check') ? EXIT.held : EXIT.ok;
  });
}

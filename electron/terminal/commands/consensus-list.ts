import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { consensusRows } from '../text/consensus.ts';

/** Changes of the constitution that are discussed, and those that still owe a consensus. */
export function consensusList(session: Session): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async ({ governance }) => {
    const { consensus } = await governance.constitution(false);
    output.document({ consensus });
    output.lines(consensusRows(consensus, voice));
    return consensus.length > 0 ? EXIT.held : EXIT.ok;
  });
}

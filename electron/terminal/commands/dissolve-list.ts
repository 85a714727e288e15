import { AppError } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { endLines } from '../text/dissolution.ts';

/** Structures whose time is over, and what every structure says of its own end. Changes nothing. */
export function dissolveList({ output, voice, withGuardian }: Session, path: string | undefined): Promise<number> {
  if (path !== undefined) throw new AppError('usage', voice.t('terminal.dissolve.listAlone'));
  return withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const ends = await guardian.governance.dissolution.due();
    output.document({ structures: ends });
    output.lines(endLines(ends, voice));
    return ends.some(({ due }) => due.length > 0) ? EXIT.held : EXIT.ok;
  });
}

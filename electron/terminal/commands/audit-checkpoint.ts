import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';

/** Verifies the log, signs it, and prints the note, which is public: whoever keeps it can tell later whether the log was rewritten. */
export function auditCheckpoint(session: Session): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async ({ governance }) => {
    const made = await governance.vigil.checkpoint();
    const key = made === null ? null : await governance.auditLog()?.verifierKey();
    output.document({ checkpoint: made, verifierKey: key ?? null });
    if (made === null) {
      output.lines([voice.t('terminal.vigil.checkpointNone')]);
      return EXIT.ok;
    }
    const { note, entries, path, problem } = made;
    output.lines([note.trimEnd()]);
    if (!output.isJson) {
      output.note(voice.t('terminal.vigil.checkpointMade', { entries }));
      if (path !== null) output.note(voice.t('terminal.vigil.checkpointKept', { path: printable(path) }));
      else if (problem === null) output.note(voice.t('terminal.vigil.checkpointHere'));
      else output.note(voice.t('terminal.vigil.checkpointProblem', { problem: printable(problem) }));
    }
    return problem === null ? EXIT.ok : EXIT.notWell;
  });
}

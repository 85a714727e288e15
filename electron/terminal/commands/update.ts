import { EXIT, exitOfCycle } from '../exit-codes.ts';
import type { UpdateOptions } from '../command-options.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { historyLines } from '../text/history.ts';
import { updateReport } from '../text/update-report.ts';

/** One cycle: look, decide, apply, verify; or with `--history` the past ones. */
export function update(session: Session, options: UpdateOptions): Promise<number> {
  return options.history === true ? history(session) : cycle(session, options);
}

function cycle(session: Session, { dryRun = false, yes = false }: Pick<UpdateOptions, 'dryRun' | 'yes'>): Promise<number> {
  const { output, voice, signal } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const request = { trigger: 'terminal', dryRun, signal, ...(yes ? { releaseBrake: 'any' } : {}) } as const;
    const result = await withProgress(guardian, session, () => guardian.runUpdate(request));
    output.document(result);
    output.lines(updateReport(result, voice));
    return exitOfCycle(result);
  });
}

function history({ output, voice, withGuardian }: Session): Promise<number> {
  return withGuardian((guardian) => {
    const entries = guardian.history();
    output.document(entries);
    output.lines(historyLines(entries, voice));
    return EXIT.ok;
  });
}

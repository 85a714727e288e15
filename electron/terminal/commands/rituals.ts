import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { printable } from '../text/printable.ts';
import { ritualLines, runLines } from '../text/rituals.ts';

/** What is done at which hour, and how it went. */
export function ritualsList({ output, voice, withGuardian }: Session): Promise<number> {
  return withGuardian(async ({ rituals }) => {
    const found = await rituals.list();
    output.document(found);
    output.lines(ritualLines(found.rituals, voice));
    if (found.problem !== null) output.note(voice.t('terminal.rituals.notRead', { reason: printable(found.problem) }));
    return found.problem === null ? EXIT.ok : EXIT.notWell;
  });
}

/** Runs one now, and waits for it. */
export function ritualsRun({ output, voice, withGuardian }: Session, name: string): Promise<number> {
  return withGuardian(async ({ rituals }) => {
    const run = await rituals.runNow(name);
    const printed = rituals.output(run.id);
    output.document({ run, output: printed });
    output.lines([...(printed === '' ? [] : printed.trimEnd().split('\n').map(printable)), ...runLines([run], voice)]);
    return run.result === 'done' || run.result === 'handed-over' ? EXIT.ok : EXIT.notWell;
  });
}

/** Pauses a ritual, or lets it go on. */
export function ritualsPause({ output, voice, withGuardian }: Session, name: string, paused: boolean): Promise<number> {
  return withGuardian(async ({ rituals }) => {
    await rituals.setPaused(name, paused);
    output.document({ ritual: name, paused });
    const command = voice.command('rituals', 'resume', name);
    output.lines([
      voice.t(paused ? 'terminal.rituals.setPaused' : 'terminal.rituals.setResumed', { name: printable(name), command }),
    ]);
    return EXIT.ok;
  });
}

/** Leaves its next run out, once. */
export function ritualsSkip({ output, voice, withGuardian }: Session, name: string): Promise<number> {
  return withGuardian(async ({ rituals }) => {
    await rituals.setSkipNext(name, true);
    output.document({ ritual: name, skipNext: true });
    output.lines([voice.t('terminal.rituals.setSkip', { name: printable(name) })]);
    return EXIT.ok;
  });
}

/** Runs, newest first, with those that were missed. */
export function ritualsHistory({ output, voice, withGuardian }: Session, name: string | null, limit: number): Promise<number> {
  return withGuardian(({ rituals }) => {
    const runs = rituals.runs(name, limit);
    output.document({ runs });
    output.lines(runLines(runs, voice));
    return EXIT.ok;
  });
}

/** What a run has printed. */
export function ritualsOutput({ output, withGuardian }: Session, run: number): Promise<number> {
  return withGuardian(({ rituals }) => {
    const printed = rituals.output(run);
    output.document({ run, output: printed });
    output.lines(printed === '' ? [] : printed.trimEnd().split('\n').map(printable));
    return EXIT.ok;
  });
}

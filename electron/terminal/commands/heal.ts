import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { healthLines } from '../text/healing.ts';

/** One look at everything, with what can be mended mended. Not well: something has failed, or could not be checked. */
export function heal({ output, voice, withGuardian }: Session, options: { dryRun?: true }): Promise<number> {
  return withGuardian(async ({ healing }) => {
    const report = await healing.heal({ dryRun: options.dryRun === true });
    output.document(report);
    output.lines(healthLines(report, voice));
    if (options.dryRun === true) output.note(voice.t('terminal.dryRun'));
    // What was mended by this very look is well now, as far as is known; the next look will tell.
    const mended = new Set(report.treatments.filter(({ result }) => result === 'healed').map(({ check }) => check));
    const isWell = report.checks.every(
      ({ state, id, severity }) => state === 'passed' || mended.has(id) || (state === 'failed' && severity === 'INFO'),
    );
    return isWell ? EXIT.ok : EXIT.notWell;
  });
}

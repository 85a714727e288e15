import { toJson } from '../../features/environment/index.ts';
import type { CheckOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { environmentReport } from '../text/environment-report.ts';

/** Checks the environment and puts right what it can. 0 when every check passed. */
export function check({ output, voice, signal, withGuardian }: Session, { install }: CheckOptions): Promise<number> {
  return withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const report = await guardian.environment.check({ install, actor: 'terminal', signal });
    output.document(toJson(report));
    output.lines(environmentReport(report, voice));
    return report.state === 'passed' ? EXIT.ok : EXIT.notWell;
  });
}

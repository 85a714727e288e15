import { toJson } from '../../features/security/index.ts';
import type { SecurityOptions } from '../command-options.ts';
import { exitOfSecurity } from '../exit-codes.ts';
import { withSecurityProgress } from '../security-progress.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { securityReport } from '../text/security-report.ts';

/** One security run, or with `--check-only` a look. */
export function security(session: Session, { force = false, autoUpdate, checkOnly = false }: SecurityOptions): Promise<number> {
  const { output, voice, signal } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const request = { trigger: 'terminal', force, checkOnly, securityOnly: !autoUpdate, signal };
    const result = await withSecurityProgress(guardian, session, () => guardian.security.run(request));
    output.document(toJson(result));
    output.lines(securityReport(result, voice));
    return exitOfSecurity(result);
  });
}

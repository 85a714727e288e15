import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { permissionLines } from '../text/permission.ts';
import { workspacePath } from '../workspace-path.ts';

const SECOND_MS = 1000;

/**
 * An agent asks for leave: answered in a file beside the request, and by the exit code: 0 allowed, by this very call and no other; 2 not decided yet; 1 denied,
 * or used before.
 */
export function permissionRequest(session: Session, file: string, { wait = 0 }: { wait?: number }): Promise<number> {
  const { host, output, voice, signal } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const path = workspacePath(file, guardian.workspace, host.cwd);
    const { answer, taken } = await guardian.governance.permissions.ask(path, { waitMs: wait * SECOND_MS, signal });
    output.document({ path, taken, ...answer });
    output.lines(permissionLines({ path, answer, taken }, voice));
    if (answer.verdict === 'pending') return EXIT.held;
    return taken ? EXIT.ok : EXIT.notWell;
  });
}

import { openApi } from '../../features/loopback/index.ts';
import { version } from '../../kernel/version.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { apiLines, closedLines } from '../text/api.ts';

/** Where programs and agents of this machine may report and ask. 1 while nobody listens. `--token` prints the token alone, for a file of yours. */
export function api(
  { output, voice, withGuardian }: Session,
  { token = false, openapi = false }: { token?: boolean; openapi?: boolean },
): Promise<number> {
  if (openapi) {
    output.document(openApi(version()));
    if (!output.isJson) output.lines(JSON.stringify(openApi(version()), null, 2).split('\n'));
    return Promise.resolve(EXIT.ok);
  }
  return withGuardian(async ({ annealing }) => {
    const address = await annealing.address();
    if (address === null) {
      output.document({ listening: false });
      output.lines(closedLines(voice));
      return EXIT.notWell;
    }
    const secret = new URL(address.dsn).username;
    const base = `http://127.0.0.1:${address.port}`;
    output.document({ listening: true, base, dsn: address.dsn, ...(token ? { token: secret } : {}) });
    output.lines(token ? [secret] : apiLines(base, address.dsn, voice));
    return EXIT.ok;
  });
}

import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';

/** The proven bytes of one archived version, as they are; with `--json` in base64. */
export function archiveShow({ output, withGuardian }: Session, id: number): Promise<number> {
  return withGuardian(async (guardian) => {
    const bytes = await guardian.archivedBytes(id);
    if (output.isJson) output.document({ id, size: bytes.length, base64: Buffer.from(bytes).toString('base64') });
    else output.bytes(bytes);
    return EXIT.ok;
  });
}

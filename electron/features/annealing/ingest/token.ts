import { randomBytes } from 'node:crypto';
import type { Secrets } from '../../../kernel/ports/secrets.ts';

const NAME = 'annealing-ingest-token';

/** The key of the address that programs report to; made when it is first needed. */
export async function ingestToken(secrets: Secrets): Promise<string> {
  const known = await secrets.get(NAME);
  if (known !== null && /^[0-9a-f]{32}$/.test(known)) return known;
  const token = randomBytes(16).toString('hex');
  await secrets.set(NAME, token);
  return token;
}

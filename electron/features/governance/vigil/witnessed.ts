import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import { AuditBroken, type AuditLog } from '../audit-log/index.ts';

/**
 * Refuses to go on with a log whose chain holds but is not the one that was signed: whoever rewrites it, and the database with it, must not
 * get it accepted by the next act. It is free again once a look finds it whole.
 * @throws AuditBroken
 */
export function assertWitnessed(log: AuditLog): void {
  const looks = [log.lastVerified('full'), log.lastVerified('quick')].filter((look) => look !== null);
  const newest = looks.toSorted((a, b) => b.at - a.at)[0];
  const breaks = newest?.state === 'broken' ? newest.breaks.filter(({ rule }) => rule.startsWith('checkpoint-')) : [];
  if (breaks.length > 0) throw new AuditBroken(breaks);
}

/** Tells a workspace's checkpoints from those of others in the same folder: by machine and place. */
export const identityOf = (workspace: string): string =>
  hash('sha256', `${hostname()}\0${realpathSync(workspace)}`, 'hex').slice(0, 12);

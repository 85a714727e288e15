import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { AuditStatus } from '../../../../shared/model/audit.ts';
import { AppError, messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import type { Checkpoint, VerifyResult } from '../audit-log/index.ts';
import type { VigilPorts } from './ports.ts';

/** When the log is signed, and whether the notes came to where they should. */
export interface CheckpointKeeper {
  status(): AuditStatus['checkpoint'];
  /** Why the last note could not be put away; null when it was. */
  problem(): string | null;
  /** Signs a log that has just verified, when it has moved on and it is time, or the last note could not be put away. */
  afterVerification(result: VerifyResult): Promise<void>;
  /** Signs now. Null while the log is empty. @throws AppError `not-found` where there is no log, `audit-broken` when it does not verify */
  make(): Promise<Checkpoint | null>;
}

const HOUR_MS = 3_600_000;

/** Where checkpoints are put, absolute; null for nowhere. */
export function checkpointFolder(workspace: string, { settings }: Pick<VigilPorts, 'settings'>): string | null {
  const { checkpointFolder: folder } = settings().audit;
  if (folder === '') return null;
  if (/^~[/\\]/.test(folder)) return join(homedir(), folder.slice(2));
  return isAbsolute(folder) ? folder : join(workspace, folder);
}

export function createCheckpointKeeper(ports: VigilPorts): CheckpointKeeper {
  const { workspace, database, settings, clock, log, auditLog, onChange } = ports;
  const trouble = createFact(database, 'governance.checkpoint-problem', z.string());
  const missedSince = createFact(database, 'governance.checkpoint-missed', z.number());
  const folder = (): string | null => checkpointFolder(workspace, ports);
  const sign = async (): Promise<Checkpoint | null> => {
    const made = (await auditLog()?.checkpoint()) ?? null;
    if (made !== null) {
      trouble.set(made.problem);
      missedSince.set(null);
    }
    onChange();
    return made;
  };
  /**
   * The note that was put away last is the newest witness outside of this machine. When it is gone, that is told for as long as a checkpoint lasts
   * before a new one takes its place.
   */
  const isWitnessMissed = (): boolean => {
    const path = auditLog()?.lastCheckpoint()?.path ?? null;
    const away = folder();
    if (path === null || away === null || !path.startsWith(away) || existsSync(path)) return false;
    const since = missedSince.get() ?? clock.now();
    missedSince.set(since);
    trouble.set(`${path} is not there any more: nothing outside of this machine has vouched for the log since.`);
    return clock.now() - since < settings().audit.checkpointHours * HOUR_MS;
  };
  return {
    status: () => ({ at: auditLog()?.lastCheckpoint()?.at ?? null, folder: folder(), problem: trouble.get() }),
    problem: () => trouble.get(),
    async afterVerification(result) {
      const audit = auditLog();
      if (audit === null || result.state !== 'intact') return;
      if (isWitnessMissed()) return;
      const last = audit.lastCheckpoint();
      const moved = audit.head().number > (last?.entries ?? 0);
      const isTime = clock.now() - (last?.at ?? 0) >= settings().audit.checkpointHours * HOUR_MS;
      const isAway = trouble.get() === null && (folder() === null || last === null || last.path !== null);
      if (!(moved && isTime) && isAway) return;
      try {
        await sign();
      } catch (error) {
        trouble.set(messageOf(error));
        log.write('error', 'The audit log could not be signed', { error: messageOf(error) });
      }
    },
    async make() {
      const audit = auditLog();
      if (audit === null) throw new AppError('not-found', 'This workspace keeps no audit log.');
      const { state } = await audit.verify({ level: 'full' });
      // A signature says that all is well up to here.
      if (state !== 'intact')
        throw new AppError('audit-broken', 'The audit log does not verify, or could not be checked: it is not signed.');
      return sign();
    },
  };
}

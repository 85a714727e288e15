import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { verifyFile, type AuditLog } from '../../features/governance/index.ts';
import type { Guardian } from '../../guardian-api.ts';
import { AppError, messageOf } from '../../kernel/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { auditReport, type AuditVerdict } from '../text/audit-report.ts';

/** Verifies the workspace's whole log against the chain and the database; or any log by its format alone. Changes no log. */
export async function auditVerify(session: Session, file: string | undefined, { note }: { note: string[] }): Promise<number> {
  if (file !== undefined && note.length > 0)
    throw new AppError('usage', 'A checkpoint vouches for the log of a workspace, not for any file: leave the file out.');
  const verdict = file === undefined ? await ownLog(session, note) : anyLog(resolve(session.host.cwd, file));
  session.output.document(verdict);
  session.output.lines(auditReport(verdict, session.voice));
  return verdict.state === 'intact' ? EXIT.ok : EXIT.notWell;
}

async function ownLog(session: Session, files: readonly string[]): Promise<AuditVerdict> {
  const notes = await Promise.all(files.map((file) => textOf(resolve(session.host.cwd, file))));
  return session.withGuardian((guardian) => logOf(guardian, session).verify({ level: 'full', notes }));
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('usage', `${file} could not be read: ${messageOf(error)}`, { cause: error });
  }
}

/** The workspace's log. @throws AppError `not-found` where it keeps none */
export function logOf({ governance }: Guardian, { voice }: Session): AuditLog {
  const log = governance.auditLog();
  if (log === null) throw new AppError('not-found', voice.t('terminal.audit.none'));
  return log;
}

function anyLog(path: string): AuditVerdict {
  try {
    const { intact, entries, quirks, hash, breaks, count } = verifyFile(path);
    return intact ? { state: 'intact', entries, quirks, hash } : { state: 'broken', entries, breaks, count };
  } catch (error) {
    return { state: 'unchecked', entries: 0, reason: messageOf(error) };
  }
}

import type { DocumentJudgement } from '../../../../shared/model/governance.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { AuditLog, Entry } from '../audit-log/index.ts';
import { reasonsOf } from '../judgement/index.ts';
import { assertWitnessed } from './witnessed.ts';

/** Writes what a document was judged, in the words of the format. @throws AppError `not-found` where there is no log, `audit-broken` */
export function recordJudgement(
  log: AuditLog | null,
  kind: 'blueprint' | 'permission',
  target: string,
  { verdict, findings }: DocumentJudgement,
): Entry {
  if (log === null) throw new AppError('not-found', 'This workspace keeps no audit log: nothing was recorded.');
  assertWitnessed(log);
  const reasons = reasonsOf({ findings, limits: [] });
  return log.append({ type: `${kind}-judgment`, target, result: verdict, reasons: reasons.length > 0 ? reasons : ['OK'] });
}

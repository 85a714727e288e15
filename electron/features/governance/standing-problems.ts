import type { Problem } from '../../../shared/model/snapshot.ts';
import { messageOf } from '../../kernel/errors.ts';
import { describeBreak, type AuditLog, type VerifyResult } from './audit-log/index.ts';

export interface StandingFacts {
  auditLog: () => AuditLog | null;
  /** Epoch milliseconds. */
  now: number;
}

/** What stays until somebody has dealt with it. A log that could not be checked is a problem too. */
export function standingProblems({ auditLog, now }: StandingFacts): Problem[] {
  return logProblem(auditLog, now);
}

function logProblem(auditLog: StandingFacts['auditLog'], now: number): Problem[] {
  const broken = (detail: string, at: number): Problem[] => [
    { code: 'audit-broken', detail, at, severity: 'harm', release: null },
  ];
  try {
    const log = auditLog();
    const last = log === null ? null : faultOf(log);
    if (last === null) return [];
    if (last.state === 'unchecked') return broken(last.reason, last.at);
    return broken(last.breaks.slice(0, 1).map(describeBreak).join(''), last.at);
  } catch (error) {
    return broken(messageOf(error), now);
  }
}

/** The newest look that found the log wanting. A quick look since then does not take back what a full one found. */
export function faultOf(log: AuditLog): Exclude<VerifyResult, { state: 'intact' }> | null {
  const full = log.lastVerified('full');
  const quick = log.lastVerified('quick');
  if (full !== null && full.state !== 'intact') return full;
  return quick !== null && quick.state !== 'intact' && quick.at >= (full?.at ?? 0) ? quick : null;
}

/** The look whose verdict stands: the one that found a fault, otherwise the newest full one, otherwise the newest. Null before the first. */
export const standingOf = (log: AuditLog): VerifyResult | null =>
  faultOf(log) ?? log.lastVerified('full') ?? log.lastVerified('quick');

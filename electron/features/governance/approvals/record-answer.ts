import type { Audit } from '../../../kernel/ports/audit.ts';
import type { AuditLog } from '../audit-log/index.ts';
import type { PermissionAnswer } from './answer-file.ts';

const RESULTS = { allow: null, pending: 'Canonical-Conditional', deny: 'Non-Canonical' } as const;

/**
 * Writes an answer to the audit log as `permission-judgment`; where there is no log, the record of acts keeps it. What is allowed stands there with the
 * judgement of the request. @throws AppError `audit-broken`: then it must not be given
 */
export function recordAnswer({ auditLog, audit }: { auditLog: AuditLog | null; audit: Audit }, answer: PermissionAnswer): void {
  const { request, requestSha256, judgement, verdict, reasons, decidedBy } = answer;
  const by = decidedBy === null ? [] : [`by: ${decidedBy}`];
  const said = [`verdict: ${verdict}`, `request_sha256: ${requestSha256}`, ...by, ...reasons];
  if (auditLog === null) {
    const intent = audit.intent({ type: 'permission.judge', target: request, actor: 'nightguard', paths: [], notes: judgement });
    audit.outcome(intent, { result: verdict === 'deny' ? 'refused' : 'done', reasons: said });
    return;
  }
  auditLog.append({ type: 'permission-judgment', target: request, result: RESULTS[verdict] ?? judgement, reasons: said });
}

import type { ApprovalRequest } from '../../../../shared/model/governance.ts';

export interface ApprovalRow {
  id: number;
  fingerprint: string;
  actor: string;
  type: string;
  target: string;
  paths: string;
  summary: string;
  diff: string | null;
  content_hash: string;
  risk: ApprovalRequest['risk'];
  rule: string;
  procedure: ApprovalRequest['procedure'];
  file: string | null;
  state: ApprovalRequest['state'];
  asked_at: number;
  expires_at: number;
  decided_at: number | null;
  decided_by: string | null;
  reason: string | null;
  valid_until: number | null;
  used_at: number | null;
}

/** The request that a row holds. */
export const toRequest = (row: ApprovalRow): ApprovalRequest => ({
  id: row.id,
  actor: row.actor,
  type: row.type,
  target: row.target,
  paths: JSON.parse(row.paths) as string[],
  summary: row.summary,
  diff: row.diff,
  contentHash: row.content_hash,
  risk: row.risk,
  rule: row.rule,
  procedure: row.procedure,
  file: row.file,
  state: row.state,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
  decidedAt: row.decided_at,
  decidedBy: row.decided_by,
  reason: row.reason,
  validUntil: row.valid_until,
  usedAt: row.used_at,
});

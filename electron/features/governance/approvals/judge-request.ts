import { existsSync } from 'node:fs';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { within } from '../../../kernel/paths.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { createReferenceCheck, judgePermission, type PermissionRequest } from '../judgement/index.ts';
import { fingerprintOf } from '../policy/fingerprint.ts';
import type { Decision } from '../policy/decide.ts';
import type { PermissionAnswer } from './answer-file.ts';
import type { Approvals } from './approvals.ts';
import type { RequestFile } from './request-files.ts';
import { pathsIn } from './target-paths.ts';

export interface JudgeRequestContext {
  workspace: string;
  settings: GovernanceSettings;
  approvals: Approvals;
  /** What the rules say of an act: `gate.preview`. */
  preview: (act: Act) => Decision;
  clock: Pick<Clock, 'now'>;
}

/** `approval` is the number of the question that the answer waits for. */
export interface RequestJudgement {
  answer: PermissionAnswer;
  approval: number | null;
}

const HOUR_MS = 3_600_000;

/**
 * Judges one request: by the constitution, by the rules, and by a person where they ask. Uses up the approval that it answers with. `waitedFor` is
 * the question that was asked for this request before: when its time is over, the answer is no.
 */
export function judgeRequest(file: RequestFile, context: JudgeRequestContext, waitedFor: number | null): RequestJudgement {
  const now = context.clock.now();
  const { settings, workspace } = context;
  const requestSha256 = sha256(file.bytes);
  const exists = createReferenceCheck(workspace, workspace, file.path);
  const { judgement, request } = judgePermission(file.text, { now, rules: settings.judgement, exists });
  const findings = judgement.findings.map(({ key, message }) => (key === '' ? message : `${key}: ${message}`));
  const reasons = [...(file.detail === null ? [] : [file.detail]), ...findings];
  const answered = (
    verdict: PermissionAnswer['verdict'],
    more: { reason?: string; decidedBy?: string | null; validUntil?: number } = {},
  ): PermissionAnswer => ({
    request: file.name,
    requestSha256,
    judgement: judgement.verdict,
    verdict,
    reasons: more.reason === undefined ? reasons : [...reasons, more.reason],
    answeredAt: now,
    decidedBy: more.decidedBy ?? null,
    validUntil: more.validUntil ?? null,
  });
  const settled = (answer: PermissionAnswer): RequestJudgement => ({ answer, approval: null });

  if (request === null || (settings.judgement.strict && judgement.verdict !== 'Canonical')) return settled(answered('deny'));
  const act = actOf(request, requestSha256, workspace);
  const validUntil = Math.min(now + settings.approvals.validMinutes * 60_000, request.expires ?? now);
  const decision = context.preview(act);
  if (decision.effect === 'deny') return settled(answered('deny', { reason: decision.reason, decidedBy: decision.rule }));
  if (decision.effect === 'allow') return settled(answered('allow', { decidedBy: decision.rule, validUntil }));
  if (isOver(context, waitedFor, now))
    return settled(answered('deny', { reason: 'Its time is over: nobody answered it, or its leave was not used.' }));

  const answer = context.approvals.useOrAsk({
    fingerprint: fingerprintOf(act),
    contentHash: requestSha256,
    rule: decision.rule,
    procedure: decision.procedure,
    now,
    actor: act.actor,
    type: act.type,
    target: act.target,
    paths: act.paths,
    summary: `${request.action}: ${request.justification}`,
    diff: file.text,
    risk: request.risk,
    file: file.name,
    expiresAt: Math.min(now + settings.approvals.waitHours * HOUR_MS, request.expires ?? now),
  });
  const decidedBy = context.approvals.get(answer.id)?.decidedBy ?? null;
  switch (answer.outcome) {
    case 'used':
      return settled(answered('allow', { decidedBy, validUntil }));
    case 'denied':
      return settled(answered('deny', { reason: answer.reason, decidedBy }));
    case 'pending': {
      const pending = answered('pending', { reason: `${decision.reason} Approval ${answer.id} is waiting.` });
      return { answer: pending, approval: answer.id };
    }
  }
}

function isOver({ approvals }: JudgeRequestContext, waitedFor: number | null, now: number): boolean {
  const asked = waitedFor === null ? null : approvals.get(waitedFor);
  if (asked === null) return false;
  if (asked.state === 'expired') return true;
  return asked.state === 'pending' ? now >= asked.expiresAt : asked.state === 'approved' && now >= (asked.validUntil ?? 0);
}

/** `agent.<action>`, so that rules can speak of what agents ask for. */
function actOf({ requester, action, target, risk }: PermissionRequest, contentHash: string, workspace: string): Act {
  return {
    type: `agent.${action.trim().toLowerCase().replaceAll(/\s+/g, '-')}`,
    target,
    actor: `agent ${requester}`,
    paths: pathsIn(target, (path) => isThere(workspace, path)),
    contentHash,
    risk,
  };
}

function isThere(workspace: string, path: string): boolean {
  try {
    return existsSync(within(workspace, path));
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

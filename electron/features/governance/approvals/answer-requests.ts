import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { AppError, errnoOf } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { readText } from '../constitution/index.ts';
import { createReferenceCheck, judgePermission, type PermissionRequest } from '../judgement/index.ts';
import { fingerprintOf } from '../policy/fingerprint.ts';
import type { Decision } from '../policy/decide.ts';
import { renderAnswer, type PermissionAnswer } from './answer-file.ts';
import type { Approvals } from './approvals.ts';
import { answerPathOf, listRequestFiles, type RequestFile } from './request-files.ts';

export interface AnswerContext {
  workspace: string;
  settings: GovernanceSettings;
  approvals: Approvals;
  /** What the rules say of an act: `gate.preview`. */
  preview: (act: Act) => Decision;
  clock: Pick<Clock, 'now'>;
  /** Told of every answer that is new, for the audit log (`permission-judgment`). */
  onAnswer: (answer: PermissionAnswer) => void;
}

const HOUR_MS = 3_600_000;

/** Judges every request in the configured folder and writes what is new beside it. Returns the answers that were written. */
export async function answerRequests(context: AnswerContext): Promise<PermissionAnswer[]> {
  const folder = within(context.workspace, context.settings.approvals.requests);
  // A folder that is a link would have answers written elsewhere.
  assertRealFolders(context.workspace, `${context.settings.approvals.requests}/x`, new Set());
  const written: PermissionAnswer[] = [];
  for (const file of await listRequestFiles(folder)) {
    const path = join(folder, answerPathOf(file.name));
    if (await isSettled(path, sha256(file.bytes))) continue;
    const answer = answerTo(file, context);
    if (await isSettled(path, `${answer.requestSha256}\n${answer.verdict}`)) continue;
    // Recorded first: a leave that nobody knows of must not lie there.
    context.onAnswer(answer);
    await writeFileAtomic(path, renderAnswer(answer));
    written.push(answer);
  }
  return written;
}

/** Judges one request: by the constitution, by the rules, and by a person where they ask. Uses up the approval that it answers with. */
export function answerTo(file: RequestFile, context: AnswerContext): PermissionAnswer {
  const now = context.clock.now();
  const { settings, workspace } = context;
  const requestSha256 = sha256(file.bytes);
  const exists = createReferenceCheck(workspace, workspace, file.path);
  const { judgement, request } = judgePermission(file.text, { now, rules: settings.judgement, exists });
  const base = {
    request: file.name,
    requestSha256,
    judgement: judgement.verdict,
    answeredAt: now,
    decidedBy: null,
    validUntil: null,
  };
  const reasons = [
    ...(file.detail === null ? [] : [file.detail]),
    ...judgement.findings.map(({ key, message }) => (key === '' ? message : `${key}: ${message}`)),
  ];
  if (request === null || (settings.judgement.strict && judgement.verdict !== 'Canonical'))
    return { ...base, verdict: 'deny', reasons };

  const act = actOf(request, requestSha256);
  const until = Math.min(now + settings.approvals.validMinutes * 60_000, request.expires ?? now);
  const decision = context.preview(act);
  if (decision.effect === 'deny')
    return { ...base, verdict: 'deny', reasons: [...reasons, decision.reason], decidedBy: decision.rule };
  if (decision.effect === 'allow') return { ...base, verdict: 'allow', reasons, decidedBy: decision.rule, validUntil: until };
  const waitUntil = Math.min(now + settings.approvals.waitHours * HOUR_MS, request.expires ?? now);
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
    expiresAt: waitUntil,
  });
  switch (answer.outcome) {
    case 'used':
      return {
        ...base,
        verdict: 'allow',
        reasons,
        decidedBy: context.approvals.get(answer.id)?.decidedBy ?? null,
        validUntil: until,
      };
    case 'denied':
      return {
        ...base,
        verdict: 'deny',
        reasons: [...reasons, answer.reason],
        decidedBy: context.approvals.get(answer.id)?.decidedBy ?? null,
      };
    case 'pending':
      return { ...base, verdict: 'pending', reasons: [...reasons, `${decision.reason} Approval ${answer.id} is waiting.`] };
  }
}

/** `agent.<action>`, so that rules can speak of what agents ask for. A target that looks like a path is judged as one. */
function actOf({ requester, action, target, risk }: PermissionRequest, contentHash: string): Act {
  const isPath = !/^[a-z][a-z\d+.-]*:\/\//i.test(target) && (/[/\\]/.test(target) || /\.[\w-]+$/.test(target));
  const paths = isPath ? [target.replace(/^\.\//, '').replace(/\/+$/, '')] : [];
  return {
    type: `agent.${action.trim().toLowerCase().replaceAll(/\s+/g, '-')}`,
    target,
    actor: `agent ${requester}`,
    paths,
    contentHash,
    risk,
  };
}

/** An `allow` or `deny` of this very text stands; `pending` is looked at again. */
async function isSettled(path: string, mark: string): Promise<boolean> {
  try {
    if (!(await lstat(path)).isFile()) throw new AppError('unsafe-path', `${path} is not a file: no answer is written there.`);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
  const read = await readText(path);
  if (read.state !== 'read') return false;
  const hash = /^request_sha256: "([0-9a-f]{64})"$/m.exec(read.text)?.[1];
  const verdict = /^verdict: "(\w+)"$/m.exec(read.text)?.[1];
  return mark.includes('\n') ? `${hash}\n${verdict}` === mark : hash === mark && verdict !== 'pending';
}

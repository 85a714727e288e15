import { stringify } from 'yaml';
import type { Verdict } from '../../../../shared/model/governance.ts';

/** What an agent reads beside its request. */
export interface PermissionAnswer {
  /** Name of the request's file. */
  request: string;
  /** SHA-256 of the request as it was judged: another text has no answer here. */
  requestSha256: string;
  judgement: Verdict;
  /** `allow` is for one use within its time; `pending` and `deny` are no leave. */
  verdict: 'allow' | 'pending' | 'deny';
  reasons: readonly string[];
  /** Epoch milliseconds. */
  answeredAt: number;
  decidedBy: string | null;
  /** Until when an `allow` is good, in epoch milliseconds. */
  validUntil: number | null;
}

/** The answer as Markdown with front matter. */
export function renderAnswer(answer: PermissionAnswer): string {
  const front = stringify(
    {
      type: 'permission-answer',
      request: answer.request,
      request_sha256: answer.requestSha256,
      judgement: answer.judgement,
      verdict: answer.verdict,
      reasons: [...answer.reasons],
      answered_at: utc(answer.answeredAt),
      decided_by: answer.decidedBy ?? '',
      valid_until: answer.validUntil === null ? '' : utc(answer.validUntil),
      single_use: true,
    },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  );
  return `---\n${front}---\n`;
}

const utc = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError, errnoOf, type ErrorCode } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { nameProblem } from '../../../kernel/names.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { attendDroppedFiles, type DroppedFiles, type Taken } from '../approvals/dropped-files.ts';
import { assertAnswerPlace, readRequest } from '../approvals/request-files.ts';
import type { Chamber } from './chamber.ts';

export interface AttendReviewsOptions {
  /** Absolute. */
  workspace: string;
  folder: () => string;
  isAwaited: () => boolean;
  chamber: Pick<Chamber, 'reviewSigned'>;
  audit: Audit;
  clock: Clock;
  log: Log;
  quietMs?: number;
}

const ANSWER = '.answer.json';
/** JSON that does not end is waited for this long. Milliseconds. */
const PATIENCE_MS = 15_000;
/** The review itself is at fault, and will be tomorrow. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['denied', 'stale-preview', 'not-found']);

const answerSchema = z.object({ review_sha256: z.string() });

const isReviewName = (name: string): boolean =>
  name.toLowerCase().endsWith('.json') && !name.toLowerCase().endsWith(ANSWER) && nameProblem(name) === null;

/** Takes in signed reviews that are dropped into a folder, and says beside each what became of it. */
export function attendReviews(options: AttendReviewsOptions): DroppedFiles {
  const { workspace, folder, isAwaited, clock, log, quietMs } = options;
  return attendDroppedFiles({
    workspace,
    folder,
    isAwaited,
    isWanted: isReviewName,
    take: (name, quietFor) => takeReview(options, name, quietFor),
    clock,
    log,
    ...(quietMs === undefined ? {} : { quietMs }),
  });
}

async function takeReview(options: AttendReviewsOptions, name: string, quietFor: number): Promise<Taken> {
  const { workspace, chamber, clock } = options;
  const path = `${options.folder()}/${name}`;
  assertRealFolders(workspace, path, new Set());
  const file = within(workspace, path);
  const place = `${file.replace(/\.json$/, '')}${ANSWER}`;
  await assertAnswerPlace(place, '"consensus-review-answer"');
  const read = await readRequest(name, file);
  if (read === null) return 'known';
  const hash = sha256(read.bytes);
  if ((await answeredHash(place)) === hash) return 'known';
  const text = read.text ?? '';
  if (quietFor < PATIENCE_MS && text !== '' && !isJson(text)) return 'wait';
  const outcome: Outcome = read.detail === null ? count(chamber, text) : { accepted: false, reason: read.detail };
  if (!outcome.accepted) refuse(options, path, outcome.reason);
  const answer = {
    type: 'consensus-review-answer',
    review: name,
    review_sha256: hash,
    ...outcome,
    answered_at: utc(clock.now()),
  };
  await writeFileAtomic(place, `${JSON.stringify(answer, null, 2)}\n`);
  return 'done';
}

type Outcome = { accepted: true; consensus: number; state: string } | { accepted: false; reason: string };

function count(chamber: AttendReviewsOptions['chamber'], text: string): Outcome {
  try {
    const { id, state } = chamber.reviewSigned(text);
    return { accepted: true, consensus: id, state };
  } catch (error) {
    if (error instanceof AppError && FINAL.has(error.code)) return { accepted: false, reason: error.message };
    throw error;
  }
}

/** A forged review is worth knowing of. */
function refuse({ audit }: AttendReviewsOptions, path: string, reason: string): void {
  const intent = audit.intent({ type: 'approval.review', target: path, actor: 'unknown agent', paths: [] });
  audit.outcome(intent, { result: 'refused', reasons: [reason] });
}

async function answeredHash(place: string): Promise<string | null> {
  try {
    const read = answerSchema.safeParse(JSON.parse(await readFile(place, 'utf8')));
    return read.success ? read.data.review_sha256 : null;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // Half a file, or none at all: the caller knows which by its age.
    return false;
  }
}

const utc = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

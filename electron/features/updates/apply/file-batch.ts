import { AppError, asAppError, errnoOf, type ErrorCode } from '../../../kernel/errors.ts';
import { archiveProven, copyProven, fsyncFolders, hashOrNull, replaceFile } from './file-work.ts';
import type { CopyJob, FileStamp, ReplaceJob } from './file-work.ts';
import { discardCaptured, takeBackFile, type DiscardJob, type TakeBackJob, type TakeBackOutcome } from './take-back.ts';

/** Kinds of disk work with what they take and give. */
export interface FileJobs {
  stage: { job: CopyJob; result: FileStamp };
  archive: { job: CopyJob; result: FileStamp };
  replace: { job: ReplaceJob; result: null };
  /** SHA-256, null where nothing is, `NOT_A_FILE` where something else is. */
  hash: { job: string; result: string | null };
  'take-back': { job: TakeBackJob; result: TakeBackOutcome };
  /** True when the bytes were kept. */
  discard: { job: DiscardJob; result: boolean };
  'sync-folder': { job: string; result: null };
}
export type FileJobKind = keyof FileJobs;
export type Job<K extends FileJobKind> = FileJobs[K]['job'];
export type Result<K extends FileJobKind> = FileJobs[K]['result'];

const work: { [K in FileJobKind]: (job: Job<K>) => Result<K> } = {
  stage: copyProven,
  archive: archiveProven,
  replace: (job) => (replaceFile(job), null),
  hash: hashOrNull,
  'take-back': takeBackFile,
  discard: discardCaptured,
  'sync-folder': (folder) => (fsyncFolders([folder]), null),
};

export interface FileBatch<K extends FileJobKind = FileJobKind> {
  kind: K;
  jobs: Job<K>[];
}

/** Errors lose their class between threads: they travel as data. */
export type BatchReply<K extends FileJobKind> =
  | { ok: true; results: Result<K>[] }
  | { ok: false; code: ErrorCode; message: string; errno: string | null };

/** Does the jobs one after the other and stops at the first that fails. `onDone` is told the count after each. */
export function runBatch<K extends FileJobKind>({ kind, jobs }: FileBatch<K>, onDone?: (done: number) => void): BatchReply<K> {
  const results: Result<K>[] = [];
  try {
    for (const job of jobs) {
      results.push(work[kind](job));
      onDone?.(results.length);
    }
    return { ok: true, results };
  } catch (error) {
    const { code, message } = asAppError(error);
    return { ok: false, code, message, errno: errnoOf(error) ?? null };
  }
}

/** The other side of `BatchReply`. @throws AppError */
export function resultsOf<K extends FileJobKind>(reply: BatchReply<K>): Result<K>[] {
  if (reply.ok) return reply.results;
  throw new AppError(reply.code, reply.message);
}

/** Codes that callers may act on. The message is for people and says what to do. */
export type ErrorCode =
  | 'usage'
  | 'no-workspace'
  | 'settings-invalid'
  | 'source-not-set'
  | 'source-missing'
  | 'source-unreadable'
  | 'source-stream'
  | 'unsafe-path'
  | 'not-found'
  | 'stale-preview'
  | 'changed-meanwhile'
  | 'hash-mismatch'
  | 'disk-full'
  | 'locked'
  | 'denied'
  | 'cancelled'
  | 'disposed'
  | 'audit-broken'
  | 'database'
  | 'internal';

/** An error that people may read: a stable code, a sentence, and the cause for the log. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The errno code (`ENOENT`, …) of a system error, or undefined. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns anything that was thrown into an AppError, keeping the original as its cause. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDiskFull(error)) return new AppError('disk-full', 'The disk is full. Free some space and try again.', { cause: error });
  return new AppError('internal', error instanceof Error ? error.message : String(error), { cause: error });
}

/** SQLite's own code for it is 13 (SQLITE_FULL). */
const isDiskFull = (error: unknown): boolean =>
  errnoOf(error) === 'ENOSPC' || (error instanceof Error && 'errcode' in error && error.errcode === 13);

/** A message for a log or a person, from anything that was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

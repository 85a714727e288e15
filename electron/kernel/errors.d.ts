/** Codes that callers may act on. The message is for people and says what to do. */
export type ErrorCode = 'usage' | 'no-workspace' | 'settings-invalid' | 'source-not-set' | 'source-missing' | 'source-unreadable' | 'source-stream' | 'unsafe-path' | 'not-found' | 'stale-preview' | 'changed-meanwhile' | 'hash-mismatch' | 'disk-full' | 'locked' | 'denied' | 'cancelled' | 'disposed' | 'audit-broken' | 'database' | 'internal';
/** An error that people may read: a stable code, a sentence, and the cause for the log. */
export declare class AppError extends Error {
    readonly name = "AppError";
    readonly code: ErrorCode;
    constructor(code: ErrorCode, message: string, options?: ErrorOptions);
}
/** The errno code (`ENOENT`, …) of a system error, or undefined. */
export declare function errnoOf(error: unknown): string | undefined;
/** Turns anything that was thrown into an AppError, keeping the original as its cause. */
export declare function asAppError(error: unknown): AppError;
/** A message for a log or a person, from anything that was thrown. */
export declare const messageOf: (error: unknown) => string;

import { statSync } from 'node:fs';
import { AppError, errnoOf, messageOf } from '../../../kernel/errors.ts';

/** What tells this folder from another one that is mounted or put in its place. @throws AppError `source-missing`, `source-unreadable` */
export function rootIdentity(source: string): string {
  try {
    const stat = statSync(source, { bigint: true });
    if (!stat.isDirectory()) throw sourceMissing(source);
    return `${stat.dev}:${stat.ino}`;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') throw sourceMissing(source, error);
    throw new AppError('source-unreadable', `Core (${source}) could not be read: ${messageOf(error)}.`, { cause: error });
  }
}

/** The error of a Core that is not there. */
export const sourceMissing = (source: string, cause?: unknown): AppError =>
  new AppError(
    'source-missing',
    `Core (${source}) is not there. Nothing was changed. Is Drive running and the folder mirrored?`,
    { cause },
  );

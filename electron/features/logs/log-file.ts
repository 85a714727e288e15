import { constants, lstatSync, type Stats } from 'node:fs';
import type { LogId, LogStanding } from '../../../shared/model/logs.ts';
import { AppError, errnoOf, messageOf } from '../../kernel/errors.ts';
import { assertRealFolders } from '../../kernel/paths.ts';

/** Where a log lies. */
export interface LogFile {
  /** Absolute. */
  path: string;
  /** Its name for people; below `root`, its path there. */
  shown: string;
  /** The folder that it must not lead out of; null for Nightguard's own. */
  root: string | null;
}

/** To open a log with: a link that was put in its place meanwhile is not followed. Windows has no such flag. */
export const OPEN_LOG = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** Its state now; undefined while there is none. A log is never read through a symbolic link. @throws AppError `source-unreadable` */
export function statLog({ path, shown, root }: LogFile): Stats | undefined {
  try {
    if (root !== null) assertRealFolders(root, shown, new Set());
    const stat = lstatSync(path);
    if (!stat.isFile()) throw new Error(stat.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a file');
    return stat;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined;
    throw unreadable(shown, error);
  }
}

export const unreadable = (shown: string, error: unknown): AppError =>
  new AppError('source-unreadable', `${shown} could not be read: ${messageOf(error)}.`, { cause: error });

/** How it is with a log, without reading it. */
export function standingOf(id: LogId, file: LogFile): LogStanding {
  const bare = { id, path: file.shown, detail: '', bytes: null };
  try {
    const stat = statLog(file);
    return stat === undefined ? { ...bare, state: 'missing' } : { ...bare, state: 'there', bytes: stat.size };
  } catch (error) {
    return { ...bare, state: 'unreadable', detail: messageOf(error) };
  }
}

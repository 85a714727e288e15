import { baseName, foldName, isInside } from '../../../kernel/names.ts';

const LOG_NAME = /^(?:meta_)?audit_log(?:_.*)?\.md$/;

/** Whether a file is an audit log by its name: the log, the meta log, or a closed segment of one. */
export const isAuditLog = (path: string): boolean => LOG_NAME.test(foldName(baseName(path)));

/** Whether a file stays whatever else goes. `logs` are folded keys, relative to the same folder as `path`. */
export const isKept = (path: string, logs: readonly string[]): boolean =>
  isAuditLog(path) || logs.some((log) => isInside(foldName(path), log));

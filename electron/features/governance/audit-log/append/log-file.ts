import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { errnoOf } from '../../../../kernel/errors.ts';
import { LOG_HEADER } from '../format/render.ts';
import { stampOfOpen, type Seen } from '../ledger/head.ts';
import { writeWhole } from './journal.ts';

/** Creates the log with its header, durably. @throws a system error when it exists. */
export function createLogFile(path: string): { bytes: Buffer; seen: Seen } {
  const bytes = Buffer.from(LOG_HEADER);
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'wx');
  try {
    writeWhole(descriptor, bytes);
    fsyncSync(descriptor);
    fsyncFolderSync(dirname(path));
    return { bytes, seen: { size: bytes.length, stamp: stampOfOpen(descriptor) } };
  } finally {
    closeSync(descriptor);
  }
}

const REFUSED = ['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EACCES'];

/** Makes the names in a folder durable, where the platform can. */
export function fsyncFolderSync(folder: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
  } catch (error) {
    if (!REFUSED.includes(errnoOf(error) ?? '')) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

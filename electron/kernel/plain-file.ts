import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { AppError } from './errors.ts';

const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Reads a file, never waiting for a pipe that was put in its place. @throws AppError `unsafe-path` when it is none; a system error */
export function readPlainFile(path: string): Buffer {
  const descriptor = openSync(path, FLAGS);
  try {
    if (!fstatSync(descriptor).isFile()) throw new AppError('unsafe-path', `${path} is no plain file.`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

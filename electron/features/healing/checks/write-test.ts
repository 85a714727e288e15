import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { temporaryBeside } from '../../../kernel/atomic-file.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** Whether what is written can be read back: the disk may be full, read-only, or broken. */
export const writeTest = (stateFolder: string): Check =>
  createCheck({
    id: 'files.write',
    category: 'files',
    severity: 'CRITICAL',
    every: 10,
    check() {
      const path = temporaryBeside(join(stateFolder, 'write-test'));
      const bytes = randomBytes(4096);
      try {
        const file = openSync(path, 'wx');
        try {
          writeSync(file, bytes);
          fsyncSync(file);
        } finally {
          closeSync(file);
        }
        return readFileSync(path).equals(bytes)
          ? passed('What is written can be read back.')
          : failed('What was written was not what could be read back: the disk is broken.');
      } catch (error) {
        return failed(`Nothing can be written: ${messageOf(error)}.`);
      } finally {
        rmSync(path, { force: true });
      }
    },
  });

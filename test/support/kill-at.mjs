// Preloaded into the real terminal process (`node --import`): kills it with SIGKILL right before its n-th change of the disk.
// NIGHTGUARD_TEST_KILL_AT=n, counted over every call that can change the disk and over every database transaction.
// Without a number it only counts, and writes the total to NIGHTGUARD_TEST_COUNT_FILE when the process ends.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';

const killAt = Number(process.env.NIGHTGUARD_TEST_KILL_AT ?? 0);
const countFile = process.env.NIGHTGUARD_TEST_COUNT_FILE;
const { writeFileSync } = fs;
let calls = 0;

function step() {
  calls += 1;
  if (calls === killAt) process.kill(process.pid, 'SIGKILL');
}

function wrap(owner, name, counts = () => true) {
  const original = owner[name];
  owner[name] = function counted(...args) {
    if (counts(...args)) step();
    return original.apply(this, args);
  };
}

const opensForWriting = (_path, flags = 'r') => (typeof flags === 'number' ? (flags & 3) !== 0 : !/^r$|^rs$/.test(flags));
const SYNC = [
  'writeSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'unlinkSync',
  'mkdirSync',
  'rmdirSync',
  'fchmodSync',
  'writeFileSync',
  'copyFileSync',
];
for (const name of SYNC) wrap(fs, name);
wrap(fs, 'openSync', opensForWriting);
for (const name of ['rename', 'rm', 'unlink', 'mkdir', 'rmdir', 'writeFile', 'copyFile', 'link', 'symlink', 'chmod'])
  wrap(fs.promises, name);
wrap(fs.promises, 'open', opensForWriting);
wrap(DatabaseSync.prototype, 'exec', (sql) => /COMMIT|EXCLUSIVE/.test(sql));
// Statements of their own, outside of a transaction, too: there are many, so only where it is asked for.
if (process.env.NIGHTGUARD_TEST_KILL_STATEMENTS !== undefined) wrap(StatementSync.prototype, 'run');
syncBuiltinESMExports();

process.on('exit', () => {
  if (countFile !== undefined) writeFileSync(countFile, String(calls));
});

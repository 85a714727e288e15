import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileWorkers } from '../../../../../electron/features/updates/apply/file-workers.ts';
import { createArchiveIndex } from '../../../../../electron/features/updates/archive/archive-index.ts';
import { createBase } from '../../../../../electron/features/updates/ledger/base.ts';
import {
  importedEntries,
  importEntries,
  type ImportContext,
} from '../../../../../electron/features/updates/log/import-entries.ts';
import { updatesMigrations } from '../../../../../electron/features/updates/schema.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase } from '../../../../../electron/kernel/database.ts';
import { createJsonArrayLog } from '../../../../../electron/kernel/json-array-log.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';
import { sha256, writeTree } from '../../../../support/tree.ts';

const LOG = 'knowledge/system/update_log.json';
let workspace: string;
let context: ImportContext;
const workers = createFileWorkers();
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'nightguard-import-'));
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...updatesMigrations]);
  const file = createJsonArrayLog({ path: join(workspace, LOG), workspace, clock: systemClock, log: silentLog });
  const [archive, base] = [createArchiveIndex(database), createBase(database)];
  const archiveFolders = ['.tmp/archive'];
  context = { workspace, file, database, archive, base, workers, log: silentLog, archiveFolders };
});
afterEach(async () => {
  context.database.close();
  await workers.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

interface Logged {
  path: string;
  archivePath: string;
  /** What the log says the archived file holds. */
  content: string;
  timestamp?: string;
}
const logged = ({ path, archivePath, content, timestamp = '2026-02-15T03:00:00' }: Logged): object => ({
  type: 'MODIFIED',
  relative_path: path,
  drive_hash: sha256('new'),
  local_hash: sha256(content),
  archive_path: archivePath,
  timestamp,
  status: 'SUCCESS',
});
const log = (...entries: object[]): void => writeTree(workspace, { [LOG]: JSON.stringify(entries) });
const indexed = (): string[] => [...context.archive.all()].map((row) => row.archive_path).toSorted();

test('archived files that the log names are known again with all that is known of them', async () => {
  writeTree(workspace, { '.tmp/archive/a_20260215_030000.py': 'old' });
  log(logged({ path: 'libs/a.py', archivePath: '.tmp/archive/a_20260215_030000.py', content: 'old' }));
  await importEntries(context);
  expect([...context.archive.all()]).toMatchObject([
    {
      key: 'libs/a.py',
      path: 'libs/a.py',
      hash: sha256('old'),
      mode: 0o644,
      size: 3,
      archived_at: new Date(2026, 1, 15, 3).getTime(),
      archive_path: '.tmp/archive/a_20260215_030000.py',
      release: null,
    },
  ]);
  expect(context.base.get('libs/a.py')).toBe(sha256('new'));
});

test('more files than one thread takes are known again, in the order of the log', async () => {
  const many = Array.from({ length: 300 }, (_, n) => ({ path: 'a.py', archivePath: `.tmp/archive/a_${n}.py`, content: `v${n}` }));
  writeTree(workspace, Object.fromEntries(many.map((one) => [one.archivePath, one.content])));
  rmSync(join(workspace, '.tmp/archive/a_7.py'));
  log(...many.map(logged));
  await importEntries(context);
  const rows = [...context.archive.all()].toSorted((a, b) => a.id - b.id);
  expect(rows.map((row) => row.archive_path)).toEqual(many.filter((_, n) => n !== 7).map((one) => one.archivePath));
});

test('what is gone, or holds other bytes than the log says, stays unknown', async () => {
  writeTree(workspace, { '.tmp/archive/b.py': 'overwritten', '.tmp/archive/c.py': 'old' });
  mkdirSync(join(workspace, '.tmp/archive/d.py'));
  log(
    logged({ path: 'a.py', archivePath: '.tmp/archive/a.py', content: 'old' }),
    logged({ path: 'b.py', archivePath: '.tmp/archive/b.py', content: 'old' }),
    logged({ path: 'c.py', archivePath: '.tmp/archive/c.py', content: 'old' }),
    logged({ path: 'd.py', archivePath: '.tmp/archive/d.py', content: 'old' }),
  );
  await importEntries(context);
  expect(indexed()).toEqual(['.tmp/archive/c.py']);
});

test('one copy that two entries name is known once, for the file whose bytes it has', async () => {
  writeTree(workspace, { '.tmp/archive/a.py': 'second' });
  const archivePath = '.tmp/archive/a.py';
  log(
    logged({ path: 'x/a.py', archivePath, content: 'first' }),
    logged({ path: 'y/a.py', archivePath, content: 'second' }),
    logged({ path: 'y/a.py', archivePath, content: 'second' }),
  );
  await importEntries(context);
  expect([...context.archive.all()].map((row) => row.key)).toEqual(['y/a.py']);
});

test('nothing outside the archive becomes part of it, whatever the log says', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'nightguard-outside-'));
  try {
    writeTree(outside, { 'a.py': 'old' });
    writeTree(workspace, { 'libs/a.py': 'old', '.tmp/archive/ok.py': 'old', '.tmp/archived.py': 'old' });
    symlinkSync(outside, join(workspace, '.tmp/archive/link'));
    symlinkSync(join(outside, 'a.py'), join(workspace, '.tmp/archive/link.py'));
    const names = [
      'libs/a.py', '.tmp/archived.py', '.tmp/archive', '.tmp/archive/../../libs/a.py', `${outside}/a.py`, '../a.py', '',
      '.tmp/archive/link/a.py', '.tmp/archive/link.py', '.tmp/archive/ok.py',
    ]; // prettier-ignore
    log(...names.map((archivePath) => logged({ path: 'a.py', archivePath, content: 'old' })));
    await importEntries(context);
    expect(indexed()).toEqual(['.tmp/archive/ok.py']);
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
});

test('the file is taken over once, and strange entries stop nothing', async () => {
  log(
    { foreign: true },
    logged({ path: '../x', archivePath: '.tmp/archive/x', content: 'x' }),
    logged({ path: 'a.py', archivePath: '', content: '' }),
  );
  await importEntries(context);
  context.base.set('a.py', null);
  log(logged({ path: 'b.py', archivePath: '', content: '' }));
  await importEntries(context);
  expect([context.base.get('a.py'), context.base.get('b.py'), context.base.count()]).toEqual([null, null, 0]);
  expect(importedEntries(context.database)).toHaveLength(2);
});

test('a log that is missing or unreadable leaves nothing behind and is not asked again', async () => {
  mkdirSync(join(workspace, 'knowledge/system'), { recursive: true });
  writeFileSync(join(workspace, LOG), '{');
  await importEntries(context);
  log(logged({ path: 'a.py', archivePath: '', content: '' }));
  await importEntries(context);
  expect(importedEntries(context.database)).toEqual([]);
});

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CycleResult } from '../../../../shared/model/updates.ts';
import { createSandbox, type Sandbox } from '../../../support/sandbox.ts';
import { readTree, sha256, writeTree } from '../../../support/tree.ts';

// What the Python originals get wrong, each at the cost of somebody's data.
let sandbox: Sandbox;
afterEach(() => sandbox.dispose());

const update = async (releaseBrake?: 'any'): Promise<CycleResult> => {
  const guardian = await sandbox.guardian();
  return guardian.runUpdate({ trigger: 'library', ...(releaseBrake === undefined ? {} : { releaseBrake }) });
};
const reasons = ({ held }: CycleResult): string[] => held.map((one) => `${one.path}: ${one.reason}`);
const logFile = (): string => join(sandbox.workspace, 'knowledge/system/update_log.json');
const entries = (): { relative_path: string; status: string; archive_path?: string; error?: string }[] =>
  JSON.parse(readFileSync(logFile(), 'utf8')) as [];

/** A process that has ended but that nobody has asked after yet counts as ended. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('a set that fails half-way', () => {
  test('is verified by the workspace’s own commands and taken back as a whole when one fails', async () => {
    sandbox = createSandbox({
      core: { 'execution/a.py': 'a = 1\n', 'execution/b.py': 'b = 1\n' },
      updates: { verify: [{ run: 'python3 -c "import execution.a, execution.b, sys; sys.exit(execution.a.a == 2)"' }] },
    });
    await update();
    const before = readTree(sandbox.workspace);
    writeTree(sandbox.core, { 'execution/a.py': 'a = 2\n', 'execution/b.py': 'b = 2\n', 'execution/new/c.py': 'c = 2\n' });
    const result = await update('any');
    expect(result.status).toBe('ROLLED_BACK');
    expect(result.reason).toContain('exited with 1');
    expect(readTree(sandbox.workspace)).toEqual(before);
    expect(
      entries()
        .slice(-3)
        .map((one) => one.status),
    ).toEqual(['ROLLED_BACK', 'ROLLED_BACK', 'ROLLED_BACK']);
  });

  test('is not tried again until Core changes any of its files, and then as a whole', async () => {
    sandbox = createSandbox({
      core: { 'a.txt': '1', 'b.txt': '1' },
      updates: { verify: [{ run: 'test "$(cat a.txt)" != bad' }] },
    });
    await update();
    writeTree(sandbox.core, { 'a.txt': 'bad', 'b.txt': '2' });
    expect((await update('any')).status).toBe('ROLLED_BACK');
    const again = await update('any');
    expect([again.status, again.release]).toEqual(['HELD', null]);
    expect(reasons(again)).toEqual(['a.txt: rejected', 'b.txt: rejected']);
    writeTree(sandbox.core, { 'a.txt': 'good' });
    expect((await update('any')).status).toBe('COMPLETED');
    expect([
      readFileSync(join(sandbox.workspace, 'a.txt'), 'utf8'),
      readFileSync(join(sandbox.workspace, 'b.txt'), 'utf8'),
    ]).toEqual(['good', '2']);
  });

  test('keeps the rejected bytes in the archive, because they were live while they were verified', async () => {
    sandbox = createSandbox({ core: { 'a.txt': 'live for a moment' }, updates: { verify: [{ run: 'exit 3' }] } });
    await update();
    const archive = join(sandbox.workspace, '.tmp/archive');
    expect(readdirSync(archive).map((name) => readFileSync(join(archive, name), 'utf8'))).toEqual(['live for a moment']);
  });

  test('a verify command that hangs is stopped with its children and counts as failed', async () => {
    sandbox = createSandbox({
      core: { 'a.txt': '1' },
      updates: { verify: [{ run: 'sleep 60 & echo $! > pid; wait', timeoutSeconds: 1 }] },
    });
    const result = await update();
    expect(result.reason).toContain('timed out after 1 s');
    const child = Number(readFileSync(join(sandbox.workspace, 'pid'), 'utf8'));
    await vi.waitFor(() => expect(isRunning(child)).toBe(false), 20_000);
  });
});

describe('the archive', () => {
  test('keeps two files of one stem that are replaced in the same second apart', async () => {
    const files = (text: string): Record<string, string> => ({
      'one/run.py': `x = "${text} one"\n`,
      'two/run.py': `x = "${text} two"\n`,
      'RUN.py': `x = "${text}"\n`,
    });
    sandbox = createSandbox({ core: files('old') });
    await update();
    writeTree(sandbox.core, files('new'));
    await update('any');
    const archive = join(sandbox.workspace, '.tmp/archive');
    const contents = readdirSync(archive).map((name) => readFileSync(join(archive, name), 'utf8'));
    expect(contents.sort()).toEqual(Object.values(files('old')).sort());
    expect(readdirSync(archive).every((name) => /^(run|RUN)_\d{8}_\d{6}(_\d+)?\.py$/.test(name))).toBe(true);
    const names = readdirSync(archive).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(3);
  });

  test('never overwrites a file that somebody put there', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' } });
    await update();
    const archive = join(sandbox.workspace, '.tmp/archive');
    mkdirSync(archive, { recursive: true });
    const stamps = Array.from({ length: 120 }, (_, second) => {
      const at = new Date(Date.now() + second * 1000);
      const two = (value: number): string => String(value).padStart(2, '0');
      return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}_${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
    });
    for (const stamp of stamps) writeFileSync(join(archive, `a_${stamp}.py`), 'mine');
    writeTree(sandbox.core, { 'a.py': 'x = 2\n' });
    await update('any');
    expect(stamps.every((stamp) => readFileSync(join(archive, `a_${stamp}.py`), 'utf8') === 'mine')).toBe(true);
    expect(readdirSync(archive).filter((name) => name.endsWith('_2.py'))).toHaveLength(1);
  });
});

describe('update_log.json', () => {
  test('with one bad byte is set aside and started again from the database, with its whole history', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' } });
    await update();
    writeTree(sandbox.core, { 'a.py': 'x = 2\n' });
    await update('any');
    const damaged = readFileSync(logFile(), 'utf8').replace('"NEW"', '"NEW');
    writeFileSync(logFile(), damaged);
    writeTree(sandbox.core, { 'a.py': 'x = 3\n' });
    await update('any');
    expect(entries().map((one) => one.status)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS']);
    const quarantine = join(sandbox.workspace, '.nightguard/quarantine');
    expect(readdirSync(quarantine).map((name) => readFileSync(join(quarantine, name), 'utf8'))).toEqual([damaged]);
  });

  test('that was there before Nightguard is kept, and tells what Core and workspace had in common', async () => {
    const old = {
      type: 'MODIFIED',
      relative_path: 'a.py',
      drive_hash: sha256('x = 1\n'),
      timestamp: '2026-02-15T03:00:00',
      status: 'SUCCESS',
      extra: '한글',
    };
    sandbox = createSandbox({
      core: { 'a.py': 'x = 2\n' },
      workspace: { 'a.py': 'x = 1\n', 'knowledge/system/update_log.json': JSON.stringify([old], null, 2) },
    });
    const result = await update();
    expect(result.status).toBe('COMPLETED');
    expect(entries()[0]).toEqual(old);
    expect(entries()).toHaveLength(2);
  });
});

describe('a file that was edited here', () => {
  test('is held when Core changes it too, and neither version is touched', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' } });
    await update();
    writeTree(sandbox.workspace, { 'a.py': 'x = "mine"\n' });
    writeTree(sandbox.core, { 'a.py': 'x = "theirs"\n' });
    const result = await update();
    expect([result.status, ...reasons(result)]).toEqual(['HELD', 'a.py: conflict']);
    expect(readFileSync(join(sandbox.workspace, 'a.py'), 'utf8')).toBe('x = "mine"\n');
  });

  test('is held at the first meeting, when nobody knows which of the two is newer', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' }, workspace: { 'a.py': 'x = 2\n' } });
    expect(reasons(await update())).toEqual(['a.py: conflict-unknown']);
  });

  test('goes to the archive when a person takes Core’s version', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' }, workspace: { 'a.py': 'x = 2\n' } });
    const guardian = await sandbox.guardian();
    const { held } = await guardian.runUpdate({ trigger: 'library' });
    const item = held[0];
    if (item === undefined) throw new Error('nothing is held');
    const result = await guardian.decide('a.py', item, 'take-source', 'library');
    expect(result.status).toBe('COMPLETED');
    expect(readFileSync(join(sandbox.workspace, entries().at(-1)?.archive_path ?? ''), 'utf8')).toBe('x = 2\n');
  });

  test('stays, and is not asked about again, when a person keeps it; Core’s next change asks anew', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' }, workspace: { 'a.py': 'x = 2\n' } });
    const guardian = await sandbox.guardian();
    const item = (await guardian.runUpdate({ trigger: 'library' })).held[0];
    if (item === undefined) throw new Error('nothing is held');
    expect((await guardian.decide('a.py', item, 'keep-local', 'library')).status).toBe('NO_UPDATES');
    writeTree(sandbox.core, { 'a.py': 'x = 3\n' });
    expect(reasons(await guardian.runUpdate({ trigger: 'library' }))).toEqual(['a.py: conflict']);
  });

  test('a decision counts only for the contents that the person saw', async () => {
    sandbox = createSandbox({ core: { 'a.py': 'x = 1\n' }, workspace: { 'a.py': 'x = 2\n' } });
    const guardian = await sandbox.guardian();
    const item = (await guardian.runUpdate({ trigger: 'library' })).held[0];
    if (item === undefined) throw new Error('nothing is held');
    writeTree(sandbox.workspace, { 'a.py': 'x = "newer"\n' });
    const result = await guardian.decide('a.py', item, 'take-source', 'library');
    expect(reasons(result)).toEqual(['a.py: conflict-unknown']);
    expect(readFileSync(join(sandbox.workspace, 'a.py'), 'utf8')).toBe('x = "newer"\n');
  });
});

describe('a file that has arrived only in part', () => {
  test('does not parse, is held, and files that import it wait with it', async () => {
    sandbox = createSandbox({ core: { 'lib/half.py': 'def half(:\n', 'uses.py': 'import lib.half\n', 'free.py': 'x = 1\n' } });
    const result = await update();
    expect(result.status).toBe('COMPLETED');
    expect(reasons(result).sort()).toEqual(['lib/half.py: syntax', 'uses.py: depends-on-held']);
    expect(Object.keys(readTree(sandbox.workspace)).sort()).toEqual(['.keep', 'free.py']);
  });

  test('waits for the quiet time, and is looked at again after it', async () => {
    sandbox = createSandbox({ core: { 'a.txt': 'first half' }, updates: { quietSeconds: 1 } });
    const running = update();
    writeTree(sandbox.core, { 'a.txt': 'first half, second half' });
    expect((await running).status).toBe('COMPLETED');
    expect(readFileSync(join(sandbox.workspace, 'a.txt'), 'utf8')).toBe('first half, second half');
  });

  test('is applied at once when a complete MANIFEST.json says that it is all there', async () => {
    sandbox = createSandbox({ core: { 'a.txt': 'all' }, updates: { quietSeconds: 3600 } });
    writeTree(sandbox.core, { 'MANIFEST.json': JSON.stringify({ files: { 'a.txt': sha256('all') } }) });
    expect((await update()).status).toBe('COMPLETED');
  });

  test('is held while MANIFEST.json has another sum for it', async () => {
    sandbox = createSandbox({ core: { 'a.txt': 'ha', 'MANIFEST.json': JSON.stringify({ files: { 'a.txt': sha256('half') } }) } });
    expect(reasons(await update())).toEqual(['a.txt: manifest-mismatch']);
  });
});

describe('permissions', () => {
  test('executable bits of the file here are kept, although Drive knows none', async () => {
    sandbox = createSandbox({ core: { 'run.sh': 'echo 1\n' }, workspace: { 'run.sh': 'echo 1\n' } });
    chmodSync(join(sandbox.workspace, 'run.sh'), 0o750);
    await update();
    writeTree(sandbox.core, { 'run.sh': 'echo 2\n' });
    await update('any');
    expect(statSync(join(sandbox.workspace, 'run.sh')).mode & 0o777).toBe(0o750);
  });
});

describe('deletions in Core', () => {
  test('are kept here by default, do not count as missing for ever, and are archived when the settings say so', async () => {
    sandbox = createSandbox({ core: { 'a.txt': 'a', 'b.txt': 'b' } });
    await update();
    rmSync(join(sandbox.core, 'a.txt'));
    expect((await update()).status).toBe('NO_UPDATES');
    expect(existsSync(join(sandbox.workspace, 'a.txt'))).toBe(true);
    sandbox.settings({ deletions: 'archive' });
    const result = await update();
    expect(result.entries.map((one) => [one.type, one.relative_path, one.status])).toEqual([['DELETED', 'a.txt', 'SUCCESS']]);
    expect(readFileSync(join(sandbox.workspace, result.entries[0]?.archive_path ?? ''), 'utf8')).toBe('a');
  });
});

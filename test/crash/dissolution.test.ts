import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuardian } from '../../electron/guardian.ts';
import { aaos, LOG, person } from '../unit/features/governance/guardian/immune-room.ts';
import { blueprint, withFrontMatter } from '../unit/features/governance/support/documents.ts';
import { createSandbox, type Sandbox } from '../support/sandbox.ts';
import { contentsBelow, sha256 } from '../support/tree.ts';

// The real terminal process is killed with SIGKILL right before its changes to the disk, one after the other, while it dissolves a
// structure. Then a guardian is started: whatever was there is in its place or in the archive, all of it, and the log says it once.

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');
const killer = join(root, 'test/support/kill-at.mjs');

const STRUCTURE = 'swarm/scout';
const FILES: Record<string, string> = {
  'DNA.md': withFrontMatter(blueprint),
  '메모.md': '내용\n',
  'deep/run.py': 'print(1)\n',
  'deep/data.bin': `\0${'x'.repeat(5000)}`,
};
const hashes = Object.values(FILES).map(sha256);

let sandbox: Sandbox;
let copies: string;
let steps: number;
beforeAll(async () => {
  copies = mkdtempSync(join(tmpdir(), 'nightguard-dissolve-'));
  const workspace = {
    ...aaos,
    ...Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`${STRUCTURE}/${path}`, text])),
  };
  sandbox = createSandbox({ core: aaos, workspace });
  mkdirSync(join(sandbox.workspace, STRUCTURE, 'empty'));
  symlinkSync('../../README.md', join(sandbox.workspace, STRUCTURE, 'link'));
  const guardian = await sandbox.guardian();
  const { dissolution, approvals } = guardian.governance;
  await dissolution.run({ structure: STRUCTURE, reason: 'done', handover: null }, { door: 'library' });
  approvals.approve(1, person, approvals.show(1).request.contentHash);
  await guardian.dispose();
  const whole = copyOf('whole');
  const counts = join(copies, 'counts');
  expect(dissolve(whole, { NIGHTGUARD_TEST_COUNT_FILE: counts })).toMatchObject({ signal: null, status: 0 });
  steps = Number(readFileSync(counts, 'utf8'));
}, 60_000);
afterAll(async () => {
  await sandbox.dispose();
  rmSync(copies, { recursive: true, force: true });
});

function copyOf(name: string): string {
  const copy = join(copies, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(sandbox.workspace, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  return copy;
}

function dissolve(workspace: string, env: Record<string, string>): { signal: string | null; status: number | null } {
  const args = ['--import', killer, cli, 'dissolve', STRUCTURE, '--reason', 'done', '--workspace', workspace, '--json'];
  return spawnSync(process.execPath, args, {
    stdio: 'ignore',
    cwd: workspace,
    env: { ...process.env, NIGHTGUARD_TEST_KILL_STATEMENTS: '1', ...env },
  });
}

interface Found {
  dissolved: boolean;
  approval: string;
  problems: string[];
}

/** The next start, through the library's door. */
async function startAgain(workspace: string): Promise<Found> {
  const guardian = await createGuardian({ workspace, door: 'library' });
  try {
    expect((await guardian.governance.auditLog()?.verify({ level: 'full' }))?.state).toBe('intact');
    return {
      dissolved: !existsSync(join(workspace, STRUCTURE)),
      approval: guardian.governance.approvals.show(1).request.state,
      problems: guardian.snapshot().problems.map(({ code }) => code),
    };
  } finally {
    await guardian.dispose();
  }
}

const archives = (workspace: string): string[] => {
  const folder = join(workspace, '_archive/97layer-scout');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How far the journal says that it has come; null before the beginning. */
function stepOf(workspace: string): string | null {
  const database = new DatabaseSync(join(workspace, '.nightguard/state.db'));
  const row = database.prepare('SELECT step FROM dissolutions').get() as { step: string } | undefined;
  database.close();
  return row?.step ?? null;
}

function expectWhole(folder: string): void {
  for (const [path, text] of Object.entries(FILES))
    expect(readFileSync(join(folder, path), 'latin1')).toBe(Buffer.from(text).toString('latin1'));
  expect(lstatSync(join(folder, 'empty')).isDirectory()).toBe(true);
  expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
}

function expectSound(workspace: string, { dissolved, approval }: Found): void {
  const log = readFileSync(join(workspace, LOG), 'utf8');
  const executed = count(log, /type: dissolution-execution/g);
  const takenBack = count(log, /outcome: taken-back/g);
  if (dissolved) {
    const [archive = '', ...more] = archives(workspace);
    expect(more).toEqual([]);
    expectWhole(archive);
    expect({ executed, takenBack, approval }).toEqual({ executed: 1, takenBack: 0, approval: 'used' });
  } else {
    expectWhole(join(workspace, STRUCTURE));
    expect(readdirSync(join(workspace, STRUCTURE)).sort()).toEqual(['DNA.md', 'deep', 'empty', 'link', '메모.md']);
    expect(archives(workspace)).toEqual([]);
    expect(executed).toBe(0);
    // Either it has not begun, and the approval is still good, or it has begun and was taken back: never both, never twice.
    expect({ takenBack, approval }).toEqual(
      takenBack === 0 ? { takenBack: 0, approval: 'approved' } : { takenBack: 1, approval: 'used' },
    );
  }
  const database = new DatabaseSync(join(workspace, '.nightguard/state.db'));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(database.prepare(`SELECT count(*) AS n FROM dissolutions WHERE step NOT IN ('done', 'taken-back')`).get()).toEqual({
    n: 0,
  });
  expect(database.prepare(`SELECT count(*) AS n FROM acts WHERE result IS NULL`).get()).toEqual({ n: 0 });
  database.close();
}

describe('kill -9 of `nightguard dissolve` right before a change to the disk', () => {
  test(
    'at each of them: all of the structure in its place or all of it in the archive, and one entry',
    { timeout: 300_000 },
    async () => {
      const began = performance.now();
      const ends = { before: 0, takenBack: 0, finished: 0 };
      // Every third step; which of the three changes from run to run.
      for (let step = 1 + (Date.now() % 3); step <= steps; step += 3) {
        const workspace = copyOf('killed');
        if (dissolve(workspace, { NIGHTGUARD_TEST_KILL_AT: String(step) }).signal !== 'SIGKILL') continue;
        const kept = contentsBelow(workspace);
        expect(
          hashes.filter((hash) => !kept.has(hash)),
          `lost right after the kill at step ${step}`,
        ).toEqual([]);
        const found = await startAgain(workspace);
        expectSound(workspace, found);
        expect(found.problems.filter((code) => code === 'dissolution-interrupted')).toEqual([]);
        // A second start finds nothing more to do.
        if (step % 5 < 2) expectSound(workspace, await startAgain(workspace));
        if (found.dissolved) ends.finished += 1;
        else if (found.approval === 'used') ends.takenBack += 1;
        else ends.before += 1;
      }
      console.log(
        `  a dissolution was killed at every third one of ${steps} places in ${Math.round((performance.now() - began) / 1000)} s:`,
        ends,
      );
      expect(ends.takenBack).toBeGreaterThan(4);
      expect(ends.finished).toBeGreaterThan(4);
    },
  );

  test(
    'with a damaged archive nothing more is removed, and it is a problem until the archive is whole again',
    { timeout: 60_000 },
    async () => {
      // Somewhere in the middle the archive is whole, and all of the structure is still there.
      let workspace = '';
      for (let low = 1, high = steps; low <= high;) {
        const step = Math.floor((low + high) / 2);
        workspace = copyOf('damaged');
        dissolve(workspace, { NIGHTGUARD_TEST_KILL_AT: String(step) });
        const isWhole = Object.keys(FILES).every((path) => existsSync(join(workspace, STRUCTURE, path)));
        const place = stepOf(workspace);
        if (place === 'removing' && isWhole) break;
        if (place === null || place === 'summarising' || place === 'archiving') low = step + 1;
        else high = step - 1;
      }
      expect(stepOf(workspace)).toBe('removing');
      const copy = join(archives(workspace)[0] ?? '', 'DNA.md');
      const sound = readFileSync(copy);
      writeFileSync(copy, 'damaged');
      expect((await startAgain(workspace)).problems).toContain('dissolution-interrupted');
      expect(readFileSync(join(workspace, STRUCTURE, 'DNA.md'), 'utf8')).toBe(FILES['DNA.md']);
      writeFileSync(copy, sound);
      const found = await startAgain(workspace);
      expect(found).toMatchObject({ dissolved: true, problems: ['recovered'] });
      expectSound(workspace, found);
    },
  );
});

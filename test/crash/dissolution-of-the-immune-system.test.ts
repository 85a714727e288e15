import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGuardian } from '../../electron/guardian.ts';
import { aaos, LOG, person, reviewTwice } from '../unit/features/governance/guardian/immune-room.ts';
import { createSandbox, type Sandbox } from '../support/sandbox.ts';
import { contentsBelow, sha256 } from '../support/tree.ts';

// As for any structure, and beyond it: whatever the moment of the kill, the authority is handed over once, the README is told once, and no
// audit log is touched.

const root = join(import.meta.dirname, '../..');
const IMMUNE = '02_AAOS-Immune_system';
const handover = { successor: 'Canon Guardian', readmeNote: 'Look at the Canon Guardian.' };
const ARGS = ['dissolve', IMMUNE, '--reason', 'moved', '--successor', handover.successor, '--readme-note', handover.readmeNote];

async function approvedScene(): Promise<Sandbox> {
  const sandbox = createSandbox({ core: aaos, workspace: aaos });
  const guardian = await sandbox.guardian();
  const { dissolution, approvals } = guardian.governance;
  await dissolution.run({ structure: IMMUNE, reason: 'moved', handover }, { door: 'library' });
  reviewTwice(guardian, 1);
  approvals.approve(1, person, approvals.show(1).request.contentHash);
  await guardian.dispose();
  return sandbox;
}

function dissolve(workspace: string, env: Record<string, string>): ReturnType<typeof spawnSync> {
  const args = [
    '--import',
    join(root, 'test/support/kill-at.mjs'),
    join(root, 'out/main/cli.js'),
    ...ARGS,
    '--workspace',
    workspace,
  ];
  const own = { ...process.env, NIGHTGUARD_TEST_KILL_STATEMENTS: '1', ...env };
  return spawnSync(process.execPath, args, { stdio: 'ignore', cwd: workspace, env: own });
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

async function startAgain(workspace: string): Promise<void> {
  const guardian = await createGuardian({ workspace, door: 'library' });
  try {
    expect((await guardian.governance.auditLog()?.verify({ level: 'full' }))?.state).toBe('intact');
  } finally {
    await guardian.dispose();
  }
}

/** True when it is dissolved, false when it stands as before. */
function expectSound(workspace: string, logBefore: string): boolean {
  const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');
  const dissolved = !existsSync(join(workspace, IMMUNE, 'DNA.md'));
  const once = dissolved ? 1 : 0;
  expect(read(LOG).startsWith(logBefore)).toBe(true);
  expect({
    readme: count(read('README.md'), /## Dissolved: /g),
    handedOver: count(read(`${IMMUNE}/META_AUDIT_LOG.md`), /authority_handed_to/g),
    executed: count(read(LOG), /type: dissolution-execution/g),
    unfinished: readdirSync(workspace).filter((name) => name.endsWith('.tmp')),
  }).toEqual({ readme: once, handedOver: once, executed: once, unfinished: [] });
  expect(read('README.md').startsWith('# Canon\n')).toBe(true);
  if (dissolved) expect(readdirSync(join(workspace, IMMUNE)).sort()).toEqual(['AUDIT_LOG.md', 'META_AUDIT_LOG.md']);
  return dissolved;
}

test('kill -9 of the immune system’s own dissolution: handed over once or not at all', { timeout: 300_000 }, async () => {
  const sandbox = await approvedScene();
  const copies = mkdtempSync(join(tmpdir(), 'nightguard-immune-'));
  try {
    const copyOf = (name: string): string => {
      rmSync(join(copies, name), { recursive: true, force: true });
      cpSync(sandbox.workspace, join(copies, name), { recursive: true, preserveTimestamps: true });
      return join(copies, name);
    };
    const logBefore = readFileSync(join(sandbox.workspace, LOG), 'utf8');
    const mustHave = [IMMUNE + '/DNA.md', `${IMMUNE}/AAOS_DNA_DOCTRINE_RULE.md`].map((path) =>
      sha256(readFileSync(join(sandbox.workspace, path))),
    );
    const counts = join(copies, 'counts');
    expect(dissolve(copyOf('whole'), { NIGHTGUARD_TEST_COUNT_FILE: counts }).status).toBe(0);
    const steps = Number(readFileSync(counts, 'utf8'));
    const ends = { stands: 0, dissolved: 0 };
    // Every fourth step; which of the four changes from run to run.
    for (let step = 1 + (Date.now() % 4); step <= steps; step += 4) {
      const workspace = copyOf('killed');
      if (dissolve(workspace, { NIGHTGUARD_TEST_KILL_AT: String(step) }).signal !== 'SIGKILL') continue;
      const kept = contentsBelow(workspace);
      expect(mustHave.filter((hash) => !kept.has(hash))).toEqual([]);
      await startAgain(workspace);
      ends[expectSound(workspace, logBefore) ? 'dissolved' : 'stands'] += 1;
    }
    console.log(`  the dissolution of the immune system was killed at every fourth one of ${steps} places:`, ends);
    expect(ends.stands).toBeGreaterThan(3);
    expect(ends.dissolved).toBeGreaterThan(3);
  } finally {
    await sandbox.dispose();
    rmSync(copies, { recursive: true, force: true });
  }
});

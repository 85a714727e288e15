import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath as node } from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oracleVerdicts, oracleWrites } from '../../support/audit-oracle/ask-oracle.ts';
import { aaos, LOG } from '../features/governance/guardian/immune-room.ts';
import { blueprint, changed, immuneBlueprint, permission, withFrontMatter } from '../features/governance/support/documents.ts';
import { createCliRoom, ended, type CliRoom, type Ended } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
});
afterEach(() => room.dispose());

/** A real process. */
const process = (...args: string[]): Promise<Ended> => ended(room.start(args));

/** An AAOS that is known to be the same here and in Core. */
async function settle(): Promise<void> {
  room.configure('  quietSeconds: 0\n');
  for (const [path, text] of Object.entries(aaos)) {
    room.here(path, text);
    room.inCore(path, text);
  }
  expect((await room.run(['update'])).code).toBe(0);
}

test('judge ends with 0, 2 or 1 as the original does, and strict mode stops the conditional', async () => {
  await settle();
  room.here('good/DNA_BLUEPRINT.md', withFrontMatter(blueprint));
  room.here('thin/DNA_BLUEPRINT.md', withFrontMatter(changed(blueprint, 'resource_limits.max_files', undefined)));
  room.here('bad/DNA.md', 'no front matter\n');
  const judged = async (...args: string[]): Promise<unknown> => {
    const { code, stdout } = await process('judge', 'blueprint', ...args, '--json');
    return { code, verdict: (JSON.parse(stdout) as { verdict: string }).verdict };
  };
  expect(await judged('good/DNA_BLUEPRINT.md')).toEqual({ code: 0, verdict: 'Canonical' });
  expect(await judged('thin/DNA_BLUEPRINT.md')).toEqual({ code: 2, verdict: 'Canonical-Conditional' });
  expect(await judged('thin/DNA_BLUEPRINT.md', '--strict')).toEqual({ code: 1, verdict: 'Canonical-Conditional' });
  expect(await judged('bad/DNA.md')).toEqual({ code: 1, verdict: 'Non-Canonical' });
  expect(await judged('nowhere/DNA.md')).toEqual({ code: 1, verdict: 'Non-Canonical' });
  // A staged copy of the immune system's own DNA is judged by its place.
  expect(await judged('bad/DNA.md', '--as', '02_AAOS-Immune_system/DNA.md')).toEqual({
    code: 2,
    verdict: 'Canonical-Conditional',
  });
});

test('judge permission refuses what has expired and takes what is sound, outside of any workspace too', async () => {
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  room.here('ok.md', withFrontMatter(changed(permission, 'time_bound.expires', day)));
  room.here('late.md', withFrontMatter(permission));
  expect(await process('judge', 'permission', 'ok.md')).toMatchObject({ code: 0, stderr: '' });
  const late = await process('judge', 'permission', 'late.md');
  expect(late.code).toBe(1);
  expect(late.stdout).toContain('expired');
});

test('judge scan reports the tree as text, JSON and Markdown', async () => {
  await settle();
  room.here('bad/DNA.md', 'no front matter\n');
  const text = await process('judge', 'scan');
  expect(text.code).toBe(1);
  expect(text.stdout).toMatch(/\[Non-Canonical\] bad/);
  const json = JSON.parse((await process('judge', 'scan', '--json')).stdout) as { sub_structures: { path: string }[] };
  expect(json.sub_structures.map(({ path }) => path)).toEqual(expect.arrayContaining(['02_AAOS-Immune_system', 'bad']));
  expect((await process('judge', 'scan', '--markdown')).stdout).toContain('# Scan Report');
  expect((await process('judge', 'scan', 'nowhere')).code).toBe(64);
});

test('audit verify: intact, then each break with entry, byte and what is wrong; a file by its format alone', async () => {
  await settle();
  room.inCore('work/a.py', 'A = 2\n');
  expect(await process('update')).toMatchObject({ code: 0, stderr: '' });
  expect(oracleVerdicts([Buffer.from(room.read(LOG) ?? '')])).toMatchObject([{ accepted: true }]);
  expect(await process('audit', 'verify')).toMatchObject({ code: 0, stderr: '' });
  const listed = JSON.parse((await process('audit', 'list', '--json')).stdout) as { total: number };
  expect(listed).toMatchObject({ state: 'intact', total: expect.any(Number) as number });
  expect(listed.total).toBeGreaterThan(0);

  room.here(LOG, (room.read(LOG) ?? '').replace('outcome: done', 'outcome: fine'));
  const broken = await process('audit', 'verify');
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/AUDIT_LOG\.md, entry \d+ at byte \d+: .+\(hash-mismatch\)/);
  const byFormat = await process('audit', 'verify', LOG, '--json');
  expect(byFormat.code).toBe(1);
  expect(JSON.parse(byFormat.stdout)).toMatchObject({
    state: 'broken',
    breaks: [{ rule: 'hash-mismatch', entry: expect.any(Number) as number, offset: expect.any(Number) as number }],
  });
  room.inCore('work/a.py', 'A = 3\n');
  const halted = await process('update');
  expect(halted.code).toBe(1);
  expect(halted.stdout).toContain('audit log is broken');
  expect(room.read('work/a.py')).toBe('A = 2\n');
  expect((await process('status')).stdout).toContain('The audit log does not verify');
});

test('audit verify FILE takes a log that AAOS wrote, and says «could not check» of one that cannot be read', async () => {
  const entry = {
    timestamp: '2026-01-21T16:41:28Z',
    type: 'blueprint-judgment',
    target: '구조',
    result: 'Canonical',
    reasons: ['OK'],
    notes: '',
  };
  const [log = Buffer.alloc(0)] = oracleWrites([[entry, entry]]);
  writeFileSync(join(room.root, 'theirs.md'), log);
  expect(await process('audit', 'verify', '../theirs.md')).toMatchObject({ code: 0 });
  mkdirSync(join(room.root, 'folder.md'));
  const unread = await process('audit', 'verify', '../folder.md');
  expect(unread.code).toBe(1);
  expect(unread.stdout).toContain('could not be checked');
  expect(JSON.parse((await process('audit', 'verify', '../none.md', '--json')).stdout)).toMatchObject({ state: 'unchecked' });
  room.configure('');
  expect((await process('audit', 'verify')).code).toBe(64);
});

test('a guarded change is held, reviewed, approved by the typed hash, and applied once', async () => {
  await settle();
  room.inCore('02_AAOS-Immune_system/DNA.md', immuneBlueprint.replace('0.3.1', '0.4.0'));
  const held = await process('update');
  expect(held.code).toBe(2);
  expect(held.stdout).toContain('nightguard approvals show 1');
  expect((await process('approvals', 'list')).code).toBe(2);
  const shown = await process('approvals', 'show', '1', '--json');
  expect(shown.code).toBe(2);
  const { request } = JSON.parse(shown.stdout) as { request: { contentHash: string } };
  const hash = request.contentHash.slice(0, 8);

  expect((await process('approvals', 'approve', '1')).code).toBe(64);
  expect(await process('approvals', 'approve', '1', '--confirm', hash)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('consensus') as string,
  });
  const review = (agent: string, model: string, organization: string): Promise<Ended> =>
    process(
      'approvals', 'review', '1', '--agent', agent, '--model', model, '--organization', organization,
      '--verdict', 'approve', '--rationale', 'It follows the Canon.',
    ); // prettier-ignore
  expect((await review('Claude', 'claude-opus-4-6', 'Anthropic')).stdout).toContain('1 more independent review');
  expect((await review('GPT', 'gpt-5.2', 'OpenAI')).stdout).toContain('a person decides');
  expect((await process('approvals', 'approve', '1', '--confirm', 'ffffff')).code).toBe(1);
  expect(await process('approvals', 'approve', '1', '--confirm', hash)).toMatchObject({ code: 0, stderr: '' });
  expect(await process('update')).toMatchObject({ code: 0, stderr: '' });
  expect(room.read('02_AAOS-Immune_system/DNA.md')).toContain('0.4.0');
  expect(JSON.parse((await process('approvals', 'list', '--all', '--json')).stdout)).toMatchObject({
    pending: 0,
    requests: [{ id: 1, state: 'used' }],
  });
}, 60_000);

test('deny needs a reason, and what is denied stays out', async () => {
  await settle();
  room.inCore('README.md', '# Canon 2\n');
  expect((await process('update')).code).toBe(2);
  expect((await process('approvals', 'deny', '1')).code).toBe(64);
  expect((await process('approvals', 'deny', '1', '--reason', ' ')).code).toBe(64);
  expect(await process('approvals', 'deny', '1', '--reason', 'The Canon stays.')).toMatchObject({ code: 0 });
  const refused = await process('update');
  expect(refused.code).toBe(1);
  expect(refused.stdout).toContain('The Canon stays.');
  expect(room.read('README.md')).toBe('# Canon\n');
  expect((await process('approvals', 'show', '9')).code).toBe(64);
});

test('hook install lets git commit only what may stand, and never touches a hook of somebody else', async () => {
  const git = (...args: string[]): number | null =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: room.workspace }).status;
  expect((await process('hook', 'install')).code).toBe(64);
  expect(git('init', '-q')).toBe(0);
  const cli = join(room.root, 'nightguard command');
  writeFileSync(cli, `#!/bin/sh\nexec '${node}' '${join(import.meta.dirname, '../../../electron/cli.ts')}' "$@"\n`, {
    mode: 0o755,
  });
  expect(await process('hook', 'install', '--command', cli)).toMatchObject({ code: 0, stderr: '' });
  expect(await process('hook', 'install', '--command', cli, '--json')).toMatchObject({ code: 0, stderr: '' });
  room.here('a/DNA.md', 'no front matter\n');
  expect(git('add', 'a')).toBe(0);
  expect(git('commit', '-qm', 'bad')).not.toBe(0);
  room.here('a/DNA.md', withFrontMatter(blueprint));
  expect(git('add', 'a')).toBe(0);
  expect(git('commit', '-qm', 'good')).toBe(0);

  room.here('.git/hooks/pre-commit', '#!/bin/sh\n# mine\n');
  expect((await process('hook', 'install')).code).toBe(1);
  expect(room.read('.git/hooks/pre-commit')).toBe('#!/bin/sh\n# mine\n');
}, 30_000);

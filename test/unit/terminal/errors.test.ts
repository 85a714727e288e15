import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGuardian } from '../../../electron/guardian.ts';
import type { FixResult } from '../../../shared/model/annealing.ts';
import { createCliRoom, type CliRoom } from './cli-room.ts';

// Real programs that fail, through the whole house: nothing here is faked but the person who approves.
let room: CliRoom;
const SCRIPT = 'execution/price.py';
const ARGV = ['python3', SCRIPT];
const FAILING =
  'import sys\n\ndef price(order):\n    return order["price"]\n\nprint("price:", price({}))\nif len(sys.argv) > 1:\n    price(None)\n';
beforeEach(() => {
  room = createCliRoom();
  // The environment is another duty's: what this machine lacks must not decide here.
  room.configure('  verify: []\nenvironment:\n  memoryPercent: 100\n  diskPercent: 100\n  directories: []\n');
  room.here(SCRIPT, FAILING);
});
afterEach(() => room.dispose());

const failTimes = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) expect((await run()).code).toBe(1);
};
const run = () => room.run(['run', '--', ...ARGV], { PATH: process.env['PATH'] });
const runsNow = () => spawnSync(ARGV[0]!, ARGV.slice(1), { cwd: room.workspace, encoding: 'utf8' });
const fix = async (...args: string[]) => {
  const { code, value } = await room.json(['errors', 'fix', ...args]);
  return { code, ...(value as FixResult) };
};

async function approve(id = '1'): Promise<void> {
  const { value } = await room.json(['approvals', 'show', id]);
  const hash = (value as { request: { contentHash: string } }).request.contentHash;
  const { code, stdout } = await room.run(['approvals', 'approve', id, '--confirm', hash.slice(0, 8)]);
  expect(code).toBe(0);
  expect(stdout).toContain('nightguard errors fix KeyError:price');
}

test('a program that fails three times is mended after approval, runs, and one command restores it byte for byte', async () => {
  await failTimes(3);
  const dry = await fix('KeyError:price', '--dry-run');
  expect(dry).toMatchObject({ code: 0, status: 'PLANNED', suggestion: { proof: { verdict: 'proven' } } });
  expect(room.read(SCRIPT)).toBe(FAILING);

  const held = await room.run(['errors', 'fix', 'KeyError:price']);
  expect(held.code).toBe(2);
  expect(held.stdout).toContain('nightguard approvals show 1');
  expect(held.stdout).toContain('+    return order.get("price")');
  expect(room.read(SCRIPT)).toBe(FAILING);
  // Asking again is not a second request.
  expect(await fix('1')).toMatchObject({ code: 2, status: 'HELD', group: { fix: { state: 'asked' } } });

  await approve();
  const applied = await fix('KeyError:price');
  expect(applied).toMatchObject({
    code: 0,
    status: 'APPLIED',
    release: 'R-0001',
    group: { state: 'fixed', fix: { state: 'applied' } },
  });
  expect(room.read(SCRIPT)).toBe(FAILING.replace('order["price"]', 'order.get("price")'));
  expect(runsNow()).toMatchObject({ status: 0, stdout: 'price: None\n' });
  expect((await run()).code).toBe(0);
  // Said twice, done once.
  expect(await fix('1')).toMatchObject({ code: 0, status: 'APPLIED', release: 'R-0001' });

  const status = await room.run(['status']);
  expect(status.stdout).toContain('fix of KeyError:price');
  const back = await room.run(['rollback', 'R-0001']);
  expect(back.code).toBe(0);
  expect(room.read(SCRIPT)).toBe(FAILING);
  expect(runsNow().status).toBe(1);
}, 120_000);

test('a fix whose error comes back is taken back by itself, and said, and not applied again', async () => {
  await failTimes(3);
  await fix('1');
  await approve();
  expect((await fix('1')).status).toBe('APPLIED');
  // The same error from another place of the same function: the mended program still fails.
  const again = await room.run(
    [
      'run',
      '--',
      'python3',
      '-c',
      `exec(compile('\\n\\n\\ndef price(o):\\n    return o["price"]\\nprice({})', '${room.workspace}/${SCRIPT}', 'exec'))`,
    ],
    { PATH: process.env['PATH'] },
  );
  expect(again.code).toBe(1);
  expect(room.read(SCRIPT)).toBe(FAILING);
  const shown = await room.run(['errors', 'show', '1']);
  expect(shown.stdout).toContain('came back');
  expect(shown.stdout).toContain('R-0001 was rolled back by R-0002');
  const guardian = await createGuardian({ workspace: room.workspace });
  expect(guardian.snapshot().problems).toMatchObject([{ code: 'fix-taken-back', severity: 'warning' }]);
  expect(guardian.snapshot().errors).toEqual({ open: 1, recurring: 0, proposed: 0, regressed: 1 });
  await guardian.dispose();
  // The program itself fails again, and the same patch is proposed: it was tried, and is not applied a second time.
  await failTimes(1);
  await room.run(['errors', 'report', '1']);
  expect(await fix('1')).toMatchObject({ code: 1, status: 'DENIED', reason: expect.stringContaining('R-0001') as string });
  expect(room.read(SCRIPT)).toBe(FAILING);
}, 120_000);

test('a fix that somebody has edited since is left when its error comes back, and that is said', async () => {
  await failTimes(3);
  await fix('1');
  await approve();
  expect((await fix('1')).status).toBe('APPLIED');
  const edited = `${room.read(SCRIPT)}# mine\n`;
  room.here(SCRIPT, edited);
  const guardian = await createGuardian({ workspace: room.workspace });
  const news: string[] = [];
  guardian.onNews(({ kind }) => news.push(kind));
  const frames = `  File "${room.workspace}/${SCRIPT}", line 6, in <module>\n    print("price:", price({}))\n  File "${room.workspace}/${SCRIPT}", line 4, in price\n    return order["price"]\n`;
  const output = `Traceback (most recent call last):\n${frames}KeyError: 'price'\n`;
  await guardian.annealing.programEnded({ argv: ARGV, cwd: room.workspace, exitCode: 1, signal: null, output });
  await guardian.annealing.settled();
  expect(guardian.annealing.report(1).group).toMatchObject({
    state: 'regressed',
    fix: { state: 'left', release: 'R-0001', reason: expect.stringContaining('changed here since') as string },
  });
  expect(news).toContain('fix-taken-back');
  await guardian.dispose();
  expect(room.read(SCRIPT)).toBe(edited);
}, 120_000);

test('what was edited since is neither patched over nor taken back over', async () => {
  await failTimes(3);
  room.here(SCRIPT, `# mine\n${FAILING}`);
  expect(await fix('1')).toMatchObject({ code: 1, status: 'DENIED' });
  expect(room.read(SCRIPT)).toBe(`# mine\n${FAILING}`);
}, 120_000);

test('a fix that fails the workspace’s own checks is rolled back by itself', async () => {
  room.configure(
    '  verify:\n    - run: grep -q order\\[ execution/price.py\nenvironment:\n  memoryPercent: 100\n  diskPercent: 100\n  directories: []\n',
  );
  await failTimes(3);
  await fix('1');
  await approve();
  expect(await fix('1')).toMatchObject({ code: 1, status: 'ROLLED_BACK', group: { state: 'proposed' } });
  expect(room.read(SCRIPT)).toBe(FAILING);
}, 120_000);

test('errors that @sentry/node reports are analysed, mended after approval, and the program runs', async () => {
  room.configure(
    'annealing:\n  ingest: { enabled: true, port: 0 }\nenvironment:\n  memoryPercent: 100\n  diskPercent: 100\n  directories: []\n',
  );
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(room.workspace, 'node_modules'));
  const program = `import * as Sentry from '@sentry/node';
Sentry.init({});
function shareUrl(post) {
  return post.link.url;
}
try {
  console.log('url', shareUrl({}));
} catch (error) {
  Sentry.captureException(error);
  process.exitCode = 1;
}
await Sentry.flush(5000);
`;
  room.here('share.mjs', program);
  const guardian = await createGuardian({ workspace: room.workspace });
  await guardian.watch();
  const { dsn } = guardian.annealing.list({ limit: 1 });
  for (let time = 0; time < 3; time += 1) expect(await ends('share.mjs', dsn!)).toBe(1);
  await guardian.annealing.settled();
  const [row] = guardian.annealing.list({ limit: 5 }).groups;
  expect(row).toMatchObject({ group: { key: 'TypeError:shareUrl', file: 'share.mjs', state: 'proposed', count: 3 } });
  expect(guardian.snapshot().problems).toMatchObject([
    { code: 'error-recurring', severity: 'warning', detail: expect.stringContaining('TypeError:shareUrl') as string },
  ]);
  // The client told no command: what cannot be replayed is not proven, and said to be so.
  expect(row!.group.analysis?.suggestions[0]?.proof?.verdict).toBe('not-proven');
  expect((await guardian.annealing.fix(row!.group.id, { trigger: 'panel' })).status).toBe('HELD');
  const [request] = guardian.governance.approvals.pending();
  const full = guardian.governance.approvals.show(request!.id);
  expect(full.request.summary).toContain('NOT PROVEN');
  const released = new Promise<void>((resolve) => {
    guardian.onSnapshot(({ releases }) => (releases.length > 0 ? resolve() : undefined));
  });
  // While the guardian watches, the approval itself carries it out.
  guardian.governance.approvals.approve(
    request!.id,
    { kind: 'person', name: 'tester', door: 'window' },
    full.request.contentHash,
  );
  await released;
  await guardian.dispose();
  expect(room.read('share.mjs')).toContain('post.link?.url');
  expect(await ends('share.mjs', '')).toBe(0);
}, 120_000);

const ends = (file: string, dsn: string): Promise<number | null> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [file], {
      cwd: room.workspace,
      env: { PATH: process.env['PATH'], SENTRY_DSN: dsn },
      stdio: 'ignore',
    });
    child.on('close', resolve);
  });

test('unknown keys are told from errors, and errors without a patch from those with one', async () => {
  expect((await room.run(['errors', 'fix', 'KeyError:nowhere'])).code).toBe(64);
  room.here(SCRIPT, 'raise SystemExit(7)\n');
  expect((await run()).code).toBe(7);
  expect(await fix('1')).toMatchObject({ code: 1, status: 'NO_PATCH' });
  expect(existsSync(join(room.workspace, '.nightguard', 'state.db'))).toBe(true);
  expect(readFileSync(join(room.workspace, SCRIPT), 'utf8')).toBe('raise SystemExit(7)\n');
}, 60_000);

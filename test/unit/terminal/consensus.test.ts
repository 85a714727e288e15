import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicKeyTextOf } from '../../../electron/features/governance/index.ts';
import { aaos, DNA, LOG } from '../features/governance/guardian/immune-room.ts';
import { changed, immuneBlueprint, permission, withFrontMatter } from '../features/governance/support/documents.ts';
import { createCliRoom, ended, type CliRoom, type Ended } from './cli-room.ts';

const QUIET = '  quietSeconds: 0\n';
const next = immuneBlueprint.replace('version: "0.3.1"', 'version: "0.4.0"');
const scribe = ['--agent', 'Scribe', '--model', 'gemini-3-pro', '--organization', 'Google'];
const why = ['--description', 'More files', '--rationale', 'It grew'];

let room: CliRoom;
beforeEach(async () => {
  room = createCliRoom();
  room.configure(QUIET);
  for (const [path, text] of Object.entries(aaos)) {
    room.here(path, text);
    room.inCore(path, text);
  }
  expect((await room.run(['update'])).code).toBe(0);
  room.here('draft.md', next);
});
afterEach(() => room.dispose());

const propose = (...more: string[]): Promise<Ended> =>
  room.run(['governance', 'propose', DNA, '--content', 'draft.md', ...why, ...scribe, ...more]);
const review = (which: string, agent: string, model: string, organization: string): Promise<Ended> =>
  room.run(['governance', 'review', which, '--agent', agent, '--model', model, '--organization', organization, '--verdict', 'approve', '--rationale', 'Sound.']); // prettier-ignore
const hashOf = async (id: string): Promise<string> =>
  ((await room.json(['approvals', 'show', id])).value as { request: { contentHash: string } }).request.contentHash.slice(0, 8);

test('propose, review by path, approve: the document is in force, and the logs say by whom', async () => {
  const proposed = await propose();
  expect(proposed.code).toBe(2);
  expect(proposed.stdout).toContain('Nothing has changed yet');
  expect((await room.run(['governance', 'list'])).code).toBe(2);
  expect((await review(DNA, 'Claude', 'claude-opus-4-6', 'Anthropic')).stdout).toContain('1 more independent review');
  expect((await review('1', 'GPT', 'gpt-5.2', 'OpenAI')).stdout).toContain('a person decides');
  const approved = await room.run(['approvals', 'approve', '1', '--confirm', await hashOf('1')]);
  expect(approved).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('is in force') as string });
  expect(room.read(DNA)).toBe(next);
  expect(room.read('02_AAOS-Immune_system/META_AUDIT_LOG.md')).toContain('v0.3.1 → v0.4.0');
  expect(await room.run(['governance', 'list'])).toMatchObject({ code: 0 });
});

test('what cannot be proposed is told as a mistake', async () => {
  expect((await room.run(['governance', 'propose', DNA, '--content', 'none.md', ...why, ...scribe])).code).toBe(64);
  expect((await room.run(['governance', 'propose', 'work/a.py', '--content', 'draft.md', ...why, ...scribe])).code).toBe(64);
  expect((await room.run(['governance', 'propose', LOG, '--content', 'draft.md', ...why, ...scribe])).code).toBe(1);
  expect((await room.run(['governance', 'propose', DNA, '--content', 'draft.md'])).code).toBe(64);
  expect((await room.run(['governance', 'review', DNA])).code).toBe(64);
  expect((await room.run(['governance', 'show', 'README.md'])).code).toBe(64);
  expect(room.read(DNA)).toBe(immuneBlueprint);
});

test('a change from Core is taken as an emergency, and the consensus that it owes is in the status', async () => {
  room.inCore(DNA, next);
  expect((await room.run(['update'])).code).toBe(2);
  const kind = ['governance', 'kind', DNA, '--kind', 'emergency_security_patch', '--rationale', 'It leaks'];
  expect((await room.run([...kind, '--agent', 'Half'])).code).toBe(64);
  expect((await room.run([...kind, '--evidence', 'CVE-2026-0001'])).code).toBe(2);
  await review('1', 'Claude', 'claude-opus-4-6', 'Anthropic');
  expect((await room.run(['approvals', 'approve', '1', '--confirm', await hashOf('1')])).code).toBe(0);
  expect((await room.run(['update'])).code).toBe(0);
  expect(room.read(DNA)).toBe(next);
  const status = await room.json(['status']);
  expect(JSON.stringify(status.value)).toContain('consensus-owed');
  expect((await room.run(['governance', 'list'])).stdout).toContain('consensus owed');
  expect((await review(DNA, 'GPT', 'gpt-5.2', 'OpenAI')).code).toBe(0);
  expect((await room.run(['governance', 'list'])).code).toBe(0);
});

test('sign-review signs with a key from a file or a variable, never prints it, and the signed file counts', async () => {
  const pair = generateKeyPairSync('ed25519').privateKey;
  const pem = pair.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(join(room.root, 'key.pem'), pem);
  room.configure(
    `${QUIET}governance:\n  consensus:\n    reviewers:\n      - { agent: Claude, organization: Anthropic, model: claude-opus-4-6, key: "${publicKeyTextOf(pair)}" }\n`,
  );
  await propose();
  const sign = ['governance', 'sign-review', DNA, '--agent', 'Claude', '--verdict', 'approve', '--rationale', 'Sound.'];
  expect((await room.run(sign)).code).toBe(64);
  expect((await room.run(sign, { NIGHTGUARD_REVIEW_KEY: 'not a key' })).code).toBe(64);
  const signed = await room.run([...sign, '--key', '../key.pem']);
  expect(signed.code).toBe(0);
  const secret = pem.toString().split('\n')[1] ?? '';
  expect(signed.stdout + signed.stderr).not.toContain(secret);
  const folder = join(room.workspace, 'consensus-reviews');
  const [name = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, name), 'utf8')).not.toContain(secret);
  const counted = await room.run(['governance', 'review', '--file', join('consensus-reviews', name)]);
  expect(counted.stdout).toContain('Claude (claude-opus-4-6): approve');
  const again = await room.run(['governance', 'review', '--file', join('consensus-reviews', name)]);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('counted already') as string });
  expect(await review(DNA, 'Claude', 'claude-opus-4-6', 'Anthropic')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('signed') as string,
  });
  expect((await room.run([...sign, '--out', 'mine.json'], { NIGHTGUARD_REVIEW_KEY: pem.toString() })).code).toBe(0);
});

test('judge permission --request: 2 while it waits, 0 for the one who is allowed, 1 for the next; answered beside and in the log', async () => {
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  room.here('asks/feed.md', withFrontMatter(changed(permission, 'time_bound.expires', day)));
  const ask = (...more: string[]): Promise<Ended> => room.run(['judge', 'permission', '--request', 'asks/feed.md', ...more]);
  expect((await ask()).code).toBe(2);
  expect(room.read('asks/feed.answer.md')).toContain('verdict: "pending"');
  const child = ended(room.start(['judge', 'permission', '--request', 'asks/feed.md', '--wait', '20', '--json']));
  expect((await room.run(['approvals', 'approve', '1', '--confirm', await hashOf('1')])).code).toBe(0);
  const allowed = await child;
  expect(allowed.code).toBe(0);
  expect(JSON.parse(allowed.stdout)).toMatchObject({ verdict: 'allow', taken: true });
  expect(room.read('asks/feed.answer.md')).toContain('verdict: "allow"');
  expect((await ask()).code).toBe(1);
  const log = room.read(LOG) ?? '';
  expect(log.match(/^type: permission-judgment$/gm)).toHaveLength(2);
  expect((await room.run(['audit', 'verify'])).code).toBe(0);

  room.here('asks/late.md', withFrontMatter(permission));
  expect((await room.run(['judge', 'permission', '--request', 'asks/late.md'])).code).toBe(1);
  expect((await room.run(['judge', 'permission', '--request', 'asks/none.md'])).code).toBe(64);
  expect((await room.run(['judge', 'permission'])).code).toBe(64);
  expect((await room.run(['judge', 'permission', 'asks/feed.md'])).code).toBe(0);
}, 40_000);

test('in Korean the help and what is said are Korean', async () => {
  const { stdout } = await room.run(['governance', '--help'], { LANG: 'ko_KR.UTF-8' });
  expect(stdout).toContain('헌법 변경');
  const listed = await room.run(['governance', 'list'], { LANG: 'ko_KR.UTF-8' });
  expect(listed.stdout).toContain('논의 중인 헌법 변경 없음');
});

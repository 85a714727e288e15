import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerRequests, type PermissionAnswer } from '../../../../../electron/features/governance/approvals/index.ts';
import { readFrontMatter } from '../../../../../electron/features/governance/constitution/index.ts';
import { changed, permission, withFrontMatter } from '../support/documents.ts';
import { createRoom, person, type Room } from '../support/room.ts';

let room: Room;
let recorded: PermissionAnswer[];
beforeEach(() => {
  room = createRoom();
  recorded = [];
});
afterEach(() => room.dispose());

const answer = (): Promise<PermissionAnswer[]> =>
  answerRequests({ ...room, preview: (act) => room.gate.preview(act), onAnswer: (one) => recorded.push(one) });
const read = (name: string): Record<string, unknown> => {
  const result = readFrontMatter(readFileSync(join(room.workspace, 'permission-requests', name), 'utf8'));
  if (!result.ok) throw new Error(result.why);
  return result.frontMatter.data;
};

test('without a folder there is nothing to answer', async () => {
  expect(await answer()).toEqual([]);
});

test('a bad request is denied beside itself, once', async () => {
  room.write({
    'permission-requests/late.md': withFrontMatter(changed(permission, 'time_bound.expires', '2026-01-01')),
    'permission-requests/empty.md': '',
  });
  expect(await answer()).toMatchObject([
    { request: 'empty.md', verdict: 'deny' },
    { request: 'late.md', verdict: 'deny', judgement: 'Non-Canonical' },
  ]);
  expect(read('late.answer.md')).toMatchObject({ type: 'permission-answer', verdict: 'deny', request: 'late.md' });
  expect(await answer()).toEqual([]);
  expect(recorded).toHaveLength(2);
});

test('a good request waits for a person and is answered anew when they have decided', async () => {
  room.write({ 'permission-requests/feed.md': withFrontMatter(permission) });
  expect(await answer()).toMatchObject([{ verdict: 'pending' }]);
  expect(await answer()).toEqual([]);
  const [waiting] = room.approvals.pending();
  expect(waiting).toMatchObject({ actor: 'agent scout', type: 'agent.tool-access', file: 'feed.md', risk: 'low' });
  room.approvals.approve(waiting?.id ?? 0, person, waiting?.contentHash ?? '');
  expect(await answer()).toMatchObject([
    { verdict: 'allow', decidedBy: 'Guardian (window)', validUntil: room.clock.at + 3_600_000 },
  ]);
  expect(read('feed.answer.md')).toMatchObject({ verdict: 'allow', single_use: true, request_sha256: waiting?.contentHash });
  expect(room.approvals.get(waiting?.id ?? 0)?.state).toBe('used');
  expect(await answer()).toEqual([]);
});

test('a request that was rewritten after its answer has no answer any more', async () => {
  room.write({ 'permission-requests/feed.md': withFrontMatter(permission) });
  await answer();
  const [waiting] = room.approvals.pending();
  room.approvals.approve(waiting?.id ?? 0, person, waiting?.contentHash ?? '');
  await answer();
  room.write({ 'permission-requests/feed.md': withFrontMatter({ ...permission, target: 'https://evil.example' }) });
  expect(await answer()).toMatchObject([{ verdict: 'pending' }]);
});

test('a request for a guarded file or the audit log is held or denied by the rules', async () => {
  room.write({
    '02_AAOS-Immune_system/DNA.md': '',
    'permission-requests/a.md': withFrontMatter({ ...permission, action: 'edit', target: '02_AAOS-Immune_system/AUDIT_LOG.md' }),
    'permission-requests/b.md': withFrontMatter({ ...permission, action: 'edit', target: './README.md' }),
  });
  expect(await answer()).toMatchObject([{ verdict: 'deny' }, { verdict: 'pending' }]);
  expect(room.approvals.pending()).toMatchObject([{ procedure: 'meta' }]);
});

test('nothing is written through a link', async () => {
  room.write({ 'elsewhere/x.txt': '' });
  symlinkSync(join(room.workspace, 'elsewhere'), join(room.workspace, 'permission-requests'));
  writeFileSync(join(room.workspace, 'elsewhere/r.md'), withFrontMatter(permission));
  await expect(answer()).rejects.toThrow(/symbolic link/);
  expect(existsSync(join(room.workspace, 'elsewhere/r.answer.md'))).toBe(false);
});

test('requests whose names differ by case only have each their own answer', async () => {
  room.write({
    'permission-requests/a.md': withFrontMatter(permission),
    'permission-requests/a.MD': withFrontMatter({ ...permission, target: 'https://other.example' }),
  });
  await answer();
  expect(read('a.answer.md')['request']).toBe('a.md');
  expect(read('a.MD.answer.md')['request']).toBe('a.MD');
});

test('agents that flood leave room for Nightguard’s own questions', async () => {
  for (let n = 0; n < 150; n += 1)
    room.write({ [`permission-requests/r${n}.md`]: withFrontMatter({ ...permission, target: `https://${n}.example` }) });
  const answers = await answer();
  expect(answers.filter(({ verdict }) => verdict === 'pending')).toHaveLength(100);
  expect(answers.filter(({ verdict }) => verdict === 'deny')).toHaveLength(50);
  const own = {
    type: 'annealing.apply-patch',
    target: 'a.py',
    actor: 'nightguard (watch)',
    paths: ['a.py'],
    contentHash: 'c'.repeat(64),
  };
  expect(room.gate.judge(own).verdict).toBe('ask');
});

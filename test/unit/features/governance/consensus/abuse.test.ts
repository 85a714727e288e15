import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetaLog } from '../../../../../electron/features/governance/audit-log/index.ts';
import { isRepeated, stateOf, type ConsensusCase } from '../../../../../electron/features/governance/consensus/index.ts';
import { attendReviews } from '../../../../../electron/features/governance/consensus/attend-reviews.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import type { Vote } from '../../../../../shared/model/governance.ts';
import { createImmuneRoom, DNA, person, reviewTwice, update, type ImmuneRoom } from '../guardian/immune-room.ts';
import { immuneBlueprint } from '../support/documents.ts';

const META = '02_AAOS-Immune_system/META_AUDIT_LOG.md';
const HOUR_MS = 3_600_000;
const next = immuneBlueprint.replace('version: "0.3.1"', 'version: "0.4.0"');
const claude = { agent: 'Claude', model: 'claude-opus-4-6', organization: 'Anthropic' };
const gpt = { agent: 'GPT', model: 'gpt-5.2', organization: 'OpenAI' };

let room: ImmuneRoom;
let guardian: Guardian;
const clock = { ...systemClock, ahead: 0, now: () => Date.now() + clock.ahead };
beforeEach(async () => {
  clock.ahead = 0;
  room = createImmuneRoom();
  guardian = await room.guardian(clock);
  await update(guardian);
});
afterEach(() => room.dispose());

const desk = (): Guardian['governance']['approvals'] => guardian.governance.approvals;
const hashOf = (id: number): string => desk().show(id).request.contentHash;
const propose = (author: typeof claude, path = DNA, content = next): number =>
  desk().propose({
    path,
    content: Buffer.from(content),
    kind: 'ordinary',
    description: 'd',
    rationale: 'r',
    evidence: '',
    author,
  }).request.id;

const approve = { verdict: 'approve', rationale: 'Sound.' } as const;
const changeWith = (votes: ConsensusCase['votes'], more: Partial<ConsensusCase> = {}): ConsensusCase => ({
  id: 1, target: 't', kind: 'ordinary', description: '', contentHash: 'c', versionBefore: '1.0.0', versionAfter: '1.1.0', provenFormal: false,
  evidence: '', openedAt: 0, persons: [], votes, ...more,
}); // prettier-ignore
const vote = (who: typeof claude): Vote => ({ ...who, ...approve, contentHash: 'c', at: 1 });

test('an agent’s own word for what it has proposed is no review of it; its second thoughts are', () => {
  const id = propose(claude);
  desk().review(id, { ...approve, ...claude, agent: ' claude' });
  expect(desk().review(id, { ...approve, ...gpt })).toMatchObject({
    state: 'reviewing',
    votes: [{ counts: false }, { counts: true }],
  });
  expect(desk().review(id, { ...approve, agent: 'Gemini', model: 'gemini-3-pro', organization: 'Google' }).state).toBe(
    'awaiting-person',
  );
  expect(desk().review(id, { ...claude, verdict: 'revise', rationale: 'I erred.' }).state).toBe('escalated');
});

test('two reviewers with one key are one', () => {
  const key = (who: Vote, signer: string): Vote & { signer: string } => ({ ...who, signer });
  const stateWith = (one: string, other: string): string =>
    stateOf(changeWith([key(vote(claude), one), key(vote(gpt), other)]), { minimumAgents: 2, families: [] }).state;
  expect(stateWith('A', 'B')).toBe('awaiting-person');
  expect(stateWith('A', 'A')).toBe('reviewing');
});

test.each(['', '  ', '\u200b', '\u2060…', '-'])('%j is no evidence of an emergency', (evidence) => {
  const emergency = changeWith([vote(gpt)], { kind: 'emergency_security_patch', evidence });
  expect(stateOf(emergency, { minimumAgents: 2, families: [] })).toMatchObject({
    state: 'reviewing',
    reasons: ['Nothing shows the vulnerability.'],
  });
});

test('whoever approves again what was accepted before stands in META_AUDIT_LOG.md too', async () => {
  room.inCore(DNA, next);
  await update(guardian);
  reviewTwice(guardian, 1);
  desk().approve(1, person, hashOf(1));
  clock.ahead += 2 * HOUR_MS;
  expect((await update(guardian)).status).toBe('HELD');
  desk().approve(2, { ...person, name: 'jun' }, hashOf(2));
  expect((await update(guardian)).status).toBe('COMPLETED');
  const meta = room.read(META) ?? '';
  expect(meta.match(/^approved_by: .*$/gm)).toEqual(['approved_by: ""', 'approved_by: "mina"', 'approved_by: "jun"']);
  expect(meta).toContain('approved again (request 2)');
});

test('an entry of META_AUDIT_LOG.md whose transaction was lost in a crash is not written again', () => {
  const meta = createMetaLog({ path: join(room.folder, 'META.md'), clock });
  const entry = {
    target: DNA, change_type: 'modify', description: 'd', canon_reference: '', approved_by: 'mina', version_change: 'v1 → v2', changes: ['sha256:c'],
    authored_by: { agent: 'a', model_id: 'm', organization: 'o' }, rationale: 'r', consensus_note: 'ordinary: accepted',
  } as const; // prettier-ignore
  meta.append({ ...entry, agents: [] });
  expect(isRepeated(meta, { ...entry, changes: [...entry.changes] })).toBe(true);
  expect(isRepeated(meta, { ...entry, changes: [...entry.changes], approved_by: 'jun' })).toBe(false);
});

test('a proposal that cannot be put in force any more does not hold up the next one', async () => {
  const doctrine = '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md';
  const ids = [propose(claude), propose(claude, doctrine, '# Immune Doctrine\n\nMore.\n')];
  for (const id of ids) {
    desk().review(id, { ...approve, ...gpt });
    desk().review(id, { ...approve, agent: 'Gemini', model: 'gemini-3-pro', organization: 'Google' });
    desk().approve(id, person, hashOf(id));
  }
  // As if the process had ended between the leave and the act, and somebody had edited the first one since.
  writeFileSync(join(room.workspace, DNA), `${immuneBlueprint}\nMine.\n`);
  writeFileSync(join(room.workspace, doctrine), '# Immune Doctrine\n');
  const state = new DatabaseSync(join(room.workspace, '.nightguard/state.db'));
  state.exec(`UPDATE approval_requests SET state = 'approved', used_at = NULL`);
  state.close();
  const other = await room.guardian(clock);
  expect(() => other.governance.approvals.enactLeft()).toThrow(/has changed/);
  expect(room.read(doctrine)).toContain('More.');
  expect(room.read(DNA)).toContain('Mine.');
});

test('a file of gigabytes among the reviews is refused, not read', async () => {
  mkdirSync(join(room.workspace, 'reviews'));
  const attendance = attendReviews({
    workspace: room.workspace,
    folder: () => 'reviews',
    isAwaited: () => true,
    chamber: desk(),
    audit: { intent: () => 1, outcome: () => undefined },
    clock: systemClock,
    log: silentLog,
    quietMs: 50,
  });
  const before = process.memoryUsage().rss;
  writeFileSync(join(room.workspace, 'reviews/big.json'), '{');
  truncateSync(join(room.workspace, 'reviews/big.json'), 1_500_000_000);
  const answer = join(room.workspace, 'reviews/big.answer.json');
  await expect.poll(() => existsSync(answer), { timeout: 10_000 }).toBe(true);
  await attendance.dispose();
  expect(JSON.parse(readFileSync(answer, 'utf8'))).toMatchObject({ accepted: false, reason: expect.stringMatching(/too large/) });
  expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
}, 20_000);

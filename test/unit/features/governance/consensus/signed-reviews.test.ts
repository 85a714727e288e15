import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicKeyTextOf, signReview } from '../../../../../electron/features/governance/index.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { aaos, createImmuneRoom, DNA, person, update, type ImmuneRoom } from '../guardian/immune-room.ts';

const changed = (version: string): string => (aaos[DNA] ?? '').replace('version: "0.3.1"', `version: "${version}"`);
const keys = { Claude: generateKeyPairSync('ed25519').privateKey, GPT: generateKeyPairSync('ed25519').privateKey };
const REVIEWERS = [
  { agent: 'Claude', organization: 'Anthropic', model: 'claude-opus-4-6', key: publicKeyTextOf(keys.Claude) },
  { agent: 'GPT', organization: 'OpenAI', model: 'gpt-5.2', key: publicKeyTextOf(keys.GPT) },
];

let room: ImmuneRoom;
let guardian: Guardian;
beforeEach(async () => {
  room = createImmuneRoom();
  configure(REVIEWERS);
  guardian = await room.guardian();
  await update(guardian);
  room.inCore(DNA, changed('0.4.0'));
  await update(guardian);
});
afterEach(() => room.dispose());

function configure(reviewers: readonly unknown[]): void {
  const settings = { updates: { source: room.core, quietSeconds: 0 }, governance: { consensus: { reviewers } } };
  writeFileSync(join(room.workspace, 'nightguard.yaml'), stringify(settings));
}

const desk = (): Guardian['governance']['approvals'] => guardian.governance.approvals;
type Body = Parameters<typeof signReview>[0];
const bodyOf = (agent: 'Claude' | 'GPT', change: Partial<Body> = {}, id = 1): Body => {
  const { name, contentHash } = desk().caseNameOf(id);
  const { model = '', organization = '' } = REVIEWERS.find((one) => one.agent === agent) ?? {};
  return {
    type: 'nightguard-consensus-review',
    version: 1,
    case: name,
    content_hash: contentHash,
    agent,
    model,
    organization,
    verdict: 'approve',
    rationale: '헌법에 맞음 — "sound"',
    signed_at: new Date().toISOString(),
    ...change,
  };
};
const signed = (body: Body, key: KeyObject = keys[body.agent as 'Claude']): string => JSON.stringify(signReview(body, key));

test('two signed reviews and a person carry a change; a word that nobody signed does not count', async () => {
  expect(() =>
    desk().review(1, {
      agent: 'Claude',
      model: 'claude-opus-4-6',
      organization: 'Anthropic',
      verdict: 'approve',
      rationale: 'x',
    }),
  ).toThrow(/only reviews that they have signed count/);
  expect(desk().reviewSigned(signed(bodyOf('Claude'))).state).toBe('reviewing');
  expect(desk().reviewSigned(signed(bodyOf('GPT'))).state).toBe('awaiting-person');
  desk().approve(1, person, desk().show(1).request.contentHash);
  expect((await update(guardian)).status).toBe('COMPLETED');
});

test.each<[string, (body: Body) => string, RegExp]>([
  ['signed with another key', (body) => signed(body, keys.GPT), /signature is not that of Claude/],
  ['changed after it was signed', (body) => signed(body).replace('"approve"', '"reject"'), /changed after it was signed/],
  ['without a signature', (body) => JSON.stringify(body), /not a signed review/],
  ['by somebody unknown', (body) => signed({ ...body, agent: 'Mallory' }, keys.Claude), /not among the reviewers/],
  ['of a house that is not the agent’s', (body) => signed({ ...body, organization: 'OpenAI' }), /settings know Claude/],
  ['of other content', (body) => signed({ ...body, content_hash: 'ab'.repeat(32) }), /other content/],
  ['of another case', (body) => signed({ ...body, case: '7-0123456789abcdef' }), /no open consensus/],
  ['of a case of the same number elsewhere', (body) => signed({ ...body, case: '1-0123456789abcdef' }), /no open consensus/],
  ['signed in the future', (body) => signed({ ...body, signed_at: '2099-01-01T00:00:00Z' }), /in the future/],
  ['signed before it was proposed', (body) => signed({ ...body, signed_at: '2020-01-01T00:00:00Z' }), /before this was proposed/],
  [
    'with keys that nobody knows',
    (body) => JSON.stringify({ ...signReview(body, keys.Claude), extra: 1 }),
    /not a signed review/,
  ],
  ['no JSON', () => '{"type":', /not JSON/],
])('a review %s is refused with the reason, and nothing is counted', (_, make, reason) => {
  expect(() => desk().reviewSigned(make(bodyOf('Claude')))).toThrow(reason);
  expect(desk().show(1).consensus?.votes).toEqual([]);
});

test('another language signs the same bytes by the documented rule', () => {
  const body = bodyOf('Claude', { rationale: ' 헌법 "quoted" \\ \n\t\u0001\u007f\u2028 🛡 ' });
  const script = [
    'import json, sys',
    'review = json.load(sys.stdin)',
    'text = json.dumps(review, sort_keys=True, separators=(",", ":"), ensure_ascii=False)',
    'sys.stdout.buffer.write(("nightguard-consensus-review/1\\n" + text).encode())',
  ].join('\n');
  const { stdout } = spawnSync('python3', ['-c', script], { input: JSON.stringify(body) });
  const signature = sign(null, stdout, keys.Claude).toString('base64');
  expect(desk().reviewSigned(JSON.stringify({ ...body, signature })).votes).toMatchObject([{ rationale: body.rationale }]);
});

test('a review is counted once, and an older one does not come back over a newer one', () => {
  const first = signed(bodyOf('Claude', { signed_at: new Date(Date.now() - 2000).toISOString() }));
  desk().reviewSigned(first);
  expect(() => desk().reviewSigned(first)).toThrow(/counted already/);
  expect(() => desk().reviewSigned(first.replace(/==(?="})/, '=='))).toThrow(/counted already/);
  desk().reviewSigned(signed(bodyOf('Claude', { verdict: 'reject' })));
  const older = bodyOf('Claude', { rationale: 'again', signed_at: new Date(Date.now() - 3000).toISOString() });
  expect(() => desk().reviewSigned(signed(older))).toThrow(/newer review/);
  expect(desk().show(1).consensus?.votes).toMatchObject([{ verdict: 'reject' }]);
});

test('when the content changes, a signed review of what was before fits nothing any more', async () => {
  const before = signed(bodyOf('Claude'));
  room.inCore(DNA, changed('0.5.0'));
  await update(guardian);
  expect(() => desk().reviewSigned(before)).toThrow(/no open consensus/);
  expect(desk().show(2).consensus).toMatchObject({ state: 'reviewing', votes: [] });
});

test('a key that is taken out of the settings takes its votes with it', async () => {
  desk().reviewSigned(signed(bodyOf('Claude')));
  expect(desk().reviewSigned(signed(bodyOf('GPT'))).state).toBe('awaiting-person');
  configure([REVIEWERS[0], { ...REVIEWERS[1], key: publicKeyTextOf(generateKeyPairSync('ed25519').privateKey) }]);
  const later = await room.guardian();
  expect(later.governance.approvals.show(1).consensus).toMatchObject({ state: 'reviewing', votes: [{ agent: 'Claude' }] });
});

test('what was accepted stays accepted, and what it owes stays owed, when keys change afterwards', async () => {
  const emergency = { kind: 'emergency_security_patch', description: 'd', rationale: 'r', evidence: 'CVE-2026-0001' } as const;
  desk().classify(1, emergency, 'person (terminal)');
  desk().reviewSigned(signed(bodyOf('Claude')));
  desk().approve(1, person, desk().show(1).request.contentHash);
  configure([REVIEWERS[1]]);
  const later = await room.guardian();
  expect(later.governance.approvals.show(1).consensus).toMatchObject({ state: 'accepted', consensusOwed: true, votes: [] });
  expect((await later.runUpdate({ trigger: 'terminal' })).status).toBe('COMPLETED');
  expect(later.snapshot().problems).toMatchObject([{ code: 'consensus-owed' }]);
  later.governance.approvals.reviewSigned(signed(bodyOf('GPT')));
  expect(later.snapshot().problems).toMatchObject([{ code: 'consensus-owed' }]);
});

test('signed files in the folder of reviews are taken in, and answered beside', async () => {
  const folder = join(room.workspace, 'consensus-reviews');
  await guardian.watch();
  mkdirSync(folder);
  writeFileSync(join(folder, 'claude.json'), signed(bodyOf('Claude')));
  writeFileSync(join(folder, 'forged.json'), signed(bodyOf('Claude'), keys.GPT));
  const answer = (name: string): unknown =>
    existsSync(join(folder, name)) ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown) : null;
  await expect
    .poll(() => answer('claude.answer.json'), { timeout: 15_000 })
    .toMatchObject({ accepted: true, state: 'reviewing' });
  await expect
    .poll(() => answer('forged.answer.json'), { timeout: 15_000 })
    .toMatchObject({ accepted: false, reason: expect.stringContaining('signature') as string });
  expect(desk().show(1).consensus?.votes).toMatchObject([{ agent: 'Claude', counts: true }]);
  expect(room.log().toString()).toMatch(/consensus-reviews\/forged\.json/);
}, 40_000);

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { changed, permission, withFrontMatter } from '../support/documents.ts';
import { createImmuneRoom, person, update, type ImmuneRoom } from './immune-room.ts';

let room: ImmuneRoom;
let guardian: Guardian;
beforeEach(async () => {
  room = createImmuneRoom();
  guardian = await room.guardian();
  await update(guardian);
  await guardian.watch();
});
afterEach(() => room.dispose());

const drop = (name: string, target: string): void => {
  mkdirSync(join(room.workspace, 'permission-requests'), { recursive: true });
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const request = changed(changed(permission, 'time_bound.expires', day), 'target', target);
  writeFileSync(join(room.workspace, 'permission-requests', name), withFrontMatter(request));
};
const answer = (name: string): string => room.read(`permission-requests/${name}.answer.md`) ?? '';
const LONG = { timeout: 15_000 };

test('the watch answers what agents drop, and again what another process approved; every answer is in a log that verifies', async () => {
  drop('feed.md', 'https://feed.example');
  await expect.poll(() => answer('feed'), LONG).toContain('verdict: "pending"');
  const other = await room.guardian();
  const [waiting] = other.governance.approvals.pending();
  other.governance.approvals.approve(waiting?.id ?? 0, person, waiting?.contentHash ?? '');
  await expect.poll(() => answer('feed'), LONG).toContain('verdict: "allow"');
  expect(answer('feed')).toContain(`request_sha256: "${waiting?.contentHash}"`);
  const log = room.log();
  expect(log.toString().match(/^type: permission-judgment$/gm)).toHaveLength(2);
  expect(oracleVerdicts([log])).toMatchObject([{ accepted: true, errors: [] }]);
}, 40_000);

test('a folder that is removed and comes back is heard again', async () => {
  drop('one.md', 'https://one.example');
  await expect.poll(() => answer('one'), LONG).toContain('pending');
  rmSync(join(room.workspace, 'permission-requests'), { recursive: true });
  await expect.poll(() => room.read('permission-requests/one.md')).toBeNull();
  drop('two.md', 'https://two.example');
  await expect.poll(() => answer('two'), LONG).toContain('pending');
}, 40_000);

test('a request for the audit log itself is denied at once, by whatever spelling', async () => {
  drop('log.md', './02_AAOS-Immune_system/audit_log.MD');
  await expect.poll(() => answer('log'), LONG).toContain('verdict: "deny"');
  expect(guardian.governance.approvals.pending()).toEqual([]);
}, 40_000);

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { createWorkspaceLock } from '../../../../../electron/kernel/workspace-lock.ts';
import { createSandbox, type Sandbox } from '../../../../support/sandbox.ts';
import { aaos, LOG, person, reviewTwice, update } from '../guardian/immune-room.ts';
import { blueprint, withFrontMatter } from '../support/documents.ts';

const IMMUNE = '02_AAOS-Immune_system';
const CANON = '---\nname: AAOS Canon\nversion: "0.0.1"\n---\n\n# Canon\n';
const scout = { 'swarm/scout/DNA.md': withFrontMatter(blueprint), 'swarm/scout/notes.md': 'notes\n' };

let room: Sandbox;
let guardian: Guardian;
beforeEach(async () => {
  const files = { ...aaos, 'README.md': CANON, ...scout };
  room = createSandbox({ core: files, workspace: files });
  guardian = await room.guardian();
});
afterEach(() => room.dispose());

const at = (...parts: string[]): string => join(room.workspace, ...parts);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const door = { door: 'library' };
const request = { structure: 'swarm/scout', reason: 'done', handover: null };
const codes = (): string[] => guardian.snapshot().problems.map(({ code }) => code);

function approve(id: number): void {
  const { request: asked } = guardian.governance.approvals.show(id);
  guardian.governance.approvals.approve(id, person, asked.contentHash.slice(0, 8));
}

test('what was dissolved is not brought back by an update that Core still holds', async () => {
  expect(await update(guardian)).toMatchObject({ status: 'NO_UPDATES' });
  const { dissolution } = guardian.governance;
  expect(await dissolution.run(request, door)).toMatchObject({ outcome: 'refused', verdict: 'ask' });
  expect(guardian.snapshot()).toMatchObject({ overall: 'needs-you', approvals: [{ type: 'dissolution.run', risk: 'high' }] });
  approve(1);
  expect(await dissolution.run(request, door)).toMatchObject({ outcome: 'dissolved', left: [] });
  expect(guardian.snapshot().activity).toBeNull();
  await update(guardian);
  expect(existsSync(at('swarm/scout'))).toBe(false);
  expect((await guardian.governance.auditLog()?.verify({ level: 'full' }))?.state).toBe('intact');
});

test('the immune system goes by consensus, with its authority handed over, the Canon told, and its logs in place', async () => {
  const { dissolution, approvals } = guardian.governance;
  const handover = { successor: '03_AAOS-Successor', readmeNote: 'The immune system is dissolved. Look at 03_AAOS-Successor.' };
  const whole = { structure: IMMUNE, reason: 'its role moved', handover };
  expect(await dissolution.plan({ ...whole, handover: null })).toEqual({ ok: false, refusal: 'immune-system-without-handover' });
  expect(await dissolution.plan(whole)).toMatchObject({ ok: true, decision: { effect: 'ask', procedure: 'meta' } });
  expect(await dissolution.run(request, door)).toMatchObject({ verdict: 'ask' });
  expect(await dissolution.run(whole, door)).toMatchObject({ outcome: 'refused', verdict: 'ask' });
  expect(approvals.show(2).request).toMatchObject({
    procedure: 'meta',
    paths: expect.arrayContaining(['README.md', `${IMMUNE}/DNA.md`]) as string[],
  });
  expect(approvals.show(2).request.diff).toContain('+version: "0.0.2"');
  expect(() => approve(2)).toThrow(/consensus|turn/);
  reviewTwice(guardian, 2);
  approve(2);
  expect(read('README.md')).toBe(CANON);

  const result = await dissolution.run(whole, door);
  expect(result).toMatchObject({ outcome: 'dissolved', left: [] });
  expect(readdirSync(at(IMMUNE)).sort()).toEqual(['AUDIT_LOG.md', 'META_AUDIT_LOG.md']);
  expect(read('README.md')).toMatch(
    /version: "0\.0\.2"[^]+# Canon\n\n## Dissolved: AAOS-Immune-System[^]+Authority handed to: 03_AAOS-Successor\n/,
  );
  const meta = read(`${IMMUNE}/META_AUDIT_LOG.md`);
  expect(meta).toContain('authority_handed_to: "03_AAOS-Successor"');
  expect(meta).toContain('approved_by: "mina (terminal)"');
  expect(read(LOG).match(/type: dissolution-execution/g)).toHaveLength(1);
  expect(read(LOG)).toContain('authority handed to: 03_AAOS-Successor');
  expect((await guardian.governance.auditLog()?.verify({ level: 'full' }))?.state).toBe('intact');
  // The sessions of the inquisitor have ended: what waited under it asks again.
  expect(approvals.show(1).request.state).toBe('expired');
  if (result.outcome === 'dissolved') expect(existsSync(at(result.archivePath, 'DNA.md'))).toBe(true);
}, 60_000);

test('a dissolution that another process left unfinished is a problem while it cannot be ended, and a notice when it has', async () => {
  const plan = await guardian.governance.dissolution.plan(request);
  if (!plan.ok) throw new Error(plan.refusal);
  await guardian.dispose();
  // As a kill between the approval and the summary leaves it.
  const database = new DatabaseSync(at('.nightguard/state.db'));
  const act = database
    .prepare(`INSERT INTO acts (at, type, target, actor, paths) VALUES (1, 'dissolution.run', 'swarm/scout', 'nightguard', '[]')`)
    .run();
  const begin = database.prepare(
    `INSERT INTO dissolutions (structure, plan, step, intent, started_at) VALUES ('swarm/scout', ?, 'summarising', ?, 1)`,
  );
  begin.run(JSON.stringify(plan.plan), act.lastInsertRowid);
  database.close();

  const lock = createWorkspaceLock(at('.nightguard'), 'desktop', systemClock);
  const other = await lock.acquire('update', { waitMs: 0 });
  guardian = await room.guardian();
  expect(guardian.snapshot().problems).toContainEqual(
    expect.objectContaining({
      code: 'dissolution-interrupted',
      severity: 'warning',
      detail: expect.stringContaining('swarm/scout') as string,
    }),
  );
  other();
  await guardian.governance.dissolution.recover();
  expect(codes()).not.toContain('dissolution-interrupted');
  expect(guardian.snapshot().problems).toContainEqual(
    expect.objectContaining({ code: 'recovered', severity: 'notice', detail: expect.stringContaining('taken back') as string }),
  );
  expect(read('swarm/scout/notes.md')).toBe('notes\n');
});

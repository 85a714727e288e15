import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import { thisProcess } from '../../../../../electron/kernel/process-identity.ts';
import { person } from './immune-room.ts';
import { createVigilRoom, DAY, problemsOf, type VigilRoom } from './vigil-room.ts';

let room: VigilRoom;
beforeEach(async () => {
  room = createVigilRoom();
  await (await room.watching()).dispose();
});
afterEach(() => room.dispose());

interface Runner {
  pid: number;
  start: string | null;
  host: string;
}

function openAct(number: number, type: string, runner: Runner | null, at = room.clock.now()): void {
  const sql = 'INSERT INTO acts (number, at, type, target, actor, paths) VALUES (?, ?, ?, ?, ?, ?)';
  room.sql(sql, number, at, type, `target ${number}`, 'nightguard', '["README.md"]');
  if (runner === null) return;
  room.sql('INSERT INTO act_runners (act, pid, start, host) VALUES (?, ?, ?, ?)', number, runner.pid, runner.start, runner.host);
}

const dead = (): Runner => ({ pid: spawnSync(process.execPath, ['--version']).pid, start: null, host: hostname() });
const shown = (guardian: Guardian): string[] => problemsOf(guardian, 'act-interrupted').map(({ detail }) => detail);
const interrupted = (guardian: Guardian): number[] =>
  guardian.governance.auditStatus().openActs.flatMap((act) => (act.interrupted ? [act.number] : []));
const stillOpen = (guardian: Guardian): number[] => guardian.governance.auditStatus().openActs.map(({ number }) => number);

test('an act whose process is dead is ended in the log, and shown until a person has seen it', async () => {
  openAct(900, 'archive.prune', dead());
  const guardian = await room.watching();
  expect(stillOpen(guardian)).toEqual([]);
  expect(shown(guardian)).toEqual(['900: archive.prune target 900']);
  expect(room.log().toString()).toContain('interrupted: its process ended before the act did');
  expect(await guardian.governance.verifyAudit()).toMatchObject({ state: 'intact' });
  expect(() => guardian.governance.vigil.acknowledgeAct(901, 'seen', person)).toThrow(/No interrupted act 901/);
  guardian.governance.vigil.acknowledgeAct(900, 'The power went out.', person);
  expect(shown(guardian)).toEqual([]);
  await guardian.dispose();
  expect(shown(await room.watching())).toEqual([]);
  expect(room.log().toString()).toContain('The power went out.');
});

test('a process that has another one’s number is not that one', async () => {
  openAct(900, 'archive.prune', { ...thisProcess(), start: '1' });
  expect(shown(await room.watching())).toEqual(['900: archive.prune target 900']);
});

test('what is being done right now is neither ended nor shown, and its files raise no alarm meanwhile', async () => {
  openAct(900, 'archive.prune', thisProcess());
  room.here('README.md', '# Being written\n');
  const guardian = await room.watching();
  expect([shown(guardian), stillOpen(guardian), problemsOf(guardian, 'audit-unlogged')]).toEqual([[], [900], []]);
  expect(interrupted(guardian)).toEqual([]);
});

test('what its own recovery ends is left to it', async () => {
  openAct(900, 'update.apply', dead());
  openAct(901, 'dissolution.run', dead());
  const guardian = await room.watching();
  expect([shown(guardian), stillOpen(guardian), interrupted(guardian)]).toEqual([[], [900, 901], [900, 901]]);
});

test('another machine’s act, and one of an unknown process, are shown and not ended; the latter for a day', async () => {
  openAct(900, 'archive.prune', { pid: 1, start: null, host: 'elsewhere' });
  openAct(901, 'archive.prune', null);
  openAct(902, 'archive.prune', null, room.clock.now() - DAY - 1);
  const guardian = await room.watching();
  expect([stillOpen(guardian), interrupted(guardian)]).toEqual([
    [900, 901],
    [900, 901],
  ]);
  expect(shown(guardian)).toEqual([
    '902: archive.prune target 902, 900: archive.prune target 900, 901: archive.prune target 901',
  ]);
});

test('an entry that the log could not take when its act ended is written at the next start', async () => {
  openAct(900, 'archive.prune', null);
  room.sql("UPDATE acts SET result = 'done', reasons = '[]' WHERE number = 900");
  const owed = JSON.stringify({ type: 'auto-enforcement', target: 'owed/entry', result: 'Canonical', reasons: [], act: 900 });
  room.sql("INSERT INTO audit_acts (act, before, owed) VALUES (900, '[]', ?)", owed);
  const guardian = await room.watching();
  expect(guardian.governance.auditStatus().owed).toBe(0);
  expect(room.log().toString()).toContain('owed/entry');
});

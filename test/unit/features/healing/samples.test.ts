import { afterEach, expect, test } from 'vitest';
import { createErrorRate } from '../../../../electron/features/healing/outlook/error-rate.ts';
import { outlooksOf } from '../../../../electron/features/healing/outlook/outlooks.ts';
import { slowDowns } from '../../../../electron/features/healing/outlook/slow-downs.ts';
import { readRegistry, standingOf } from '../../../../electron/features/healing/agents/read-registry.ts';
import { createSamples } from '../../../../electron/features/healing/record/samples.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHealingRoom, nextLook, type HealingRoom } from './healing-room.ts';

let room: HealingRoom | undefined;
afterEach(async () => {
  await room?.dispose();
  room = undefined;
});

test('samples are thinned with age: raw for a day, minutes for a month, hours for a year, and the means stay true', () => {
  room = createHealingRoom();
  const { database, clock } = room;
  const samples = createSamples(database, clock);
  const DAY = 86_400_000;
  // Two a minute for two days, then one an hour.
  for (let at = 0; at < 2 * DAY; at += 30_000) {
    samples.add(new Map([['x', at % 60_000 === 0 ? 10 : 20]]));
    clock.advance(30_000);
  }
  samples.thin();
  const count = (grain: number): number =>
    database.get<{ n: number }>('SELECT count(*) AS n FROM healing_samples WHERE grain = ?', grain)?.n ?? 0;
  expect([count(0), count(1), count(2)]).toEqual([2880, 1440, 0]);
  expect(samples.days('x', 90)).toEqual([15, 15]);
  clock.advance(40 * DAY);
  samples.add(new Map([['x', 1]]));
  samples.thin();
  samples.thin();
  expect(count(1)).toBe(0);
  expect(count(2)).toBe(48);
  expect(samples.days('x', 90)).toEqual([15, 15, 15]);
  clock.advance(400 * DAY);
  samples.thin();
  expect(count(2)).toBe(0);
  // Two days from noon to noon are three, and one sample later is one more.
  expect(count(3)).toBe(4);
});

test('a disk that fills is forecast with its range and a suggestion; noise is not', () => {
  const noise = (n: number): number => Math.sin(n * 12.9898) * 0.4;
  const filling = Array.from({ length: 40 }, (_, day) => 50 + day + noise(day));
  const [disk, ...others] = outlooksOf({
    disk: filling,
    memory: Array.from({ length: 40 }, (_, day) => 60 + noise(day)),
    errors: [],
  });
  expect(others).toEqual([]);
  expect(disk).toMatchObject({ what: 'disk', details: expect.stringMatching(/full in \d+ to \d+ days/) as string });
  expect((disk?.fromDays ?? 0) <= 11 && (disk?.toDays ?? 99) >= 11).toBe(true);
});

test('what takes clearly longer than ever before is told, one slow run is not', () => {
  const steady = Array.from({ length: 20 }, (_, run) => 2000 + (run % 5) * 100);
  expect(slowDowns([{ subject: 'NIGHT', durations: steady }])).toEqual([]);
  expect(slowDowns([{ subject: 'NIGHT', durations: [...steady, 9000, 2000, 9000, 9000] }])).toEqual([]);
  expect(slowDowns([{ subject: 'NIGHT', durations: [...steady, 9000, 8000, 9000, 9500] }])).toMatchObject([
    { what: 'slow', subject: 'NIGHT', details: 'The last 4 runs of NIGHT took 9.0 s; before, it was 2.2 s.' },
  ]);
  expect(slowDowns([{ subject: 'NEW', durations: [1, 9000, 9000, 9000, 9000] }])).toEqual([]);
});

test('the error rate counts what was added, not what was set back', () => {
  room = createHealingRoom({}, { 'knowledge/system/error_tracking.json': '{"error_counts": {"A:f": 3}}' });
  const rate = createErrorRate(room.workspace);
  const path = join(room.workspace, 'knowledge/system/error_tracking.json');
  expect(rate(0)).toBeNull();
  expect(rate(86_400_000)).toBe(0);
  writeFileSync(path, '{"error_counts": {"A:f": 5, "B:g": 1}}');
  expect(rate(2 * 86_400_000)).toBe(3);
  writeFileSync(path, '{"error_counts": {"B:g": 2}, "x": 1}');
  expect(rate(3 * 86_400_000)).toBe(1);
  writeFileSync(path, '{"error_counts"');
  expect(rate(4 * 86_400_000)).toBeNull();
});

test('agents: active, idle, silent and stuck are told apart, and one that says nothing of when is not called well', () => {
  const now = new Date(2026, 1, 15, 12).getTime();
  const registry = {
    active_agents: {
      SA: { name: 'Strategy', active: true, last_heartbeat: '2026-02-15T11:50:00' },
      CD: { active: false },
      AD: { active: true },
    },
    agents: {
      CE: { status: 'working', current_task: '글', task_started: '2026-02-15T08:00:00', last_seen: '2026-02-15T11:59:00' },
      TD: { status: 'active' },
    },
    activities: [{ agent: 'TD', timestamp: '2026-02-15T09:00:00.123456', status: 'x' }],
  };
  room = createHealingRoom({}, { 'knowledge/agent_hub/synapse_bridge.json': JSON.stringify(registry) });
  const read = readRegistry(room.workspace, 'knowledge/agent_hub/synapse_bridge.json');
  const states =
    read.state === 'ok' ? read.agents.map((agent) => standingOf(agent, now, { silentMs: 1_800_000, stuckMs: 7_200_000 })) : [];
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    SA: 'active',
    CD: 'idle',
    AD: 'unknown',
    CE: 'stuck',
    TD: 'silent',
  });
});

test('a look that could not be made is not known to be well, and what was seen long ago is not known any more', async () => {
  room = createHealingRoom({ directories: [] }, {}, { volume: () => Promise.resolve(null) });
  const healing = room.open();
  expect(healing.health()).toMatchObject({ status: 'UNKNOWN', lastCheckAt: null });
  const report = await healing.heal();
  expect(report.status).toBe('UNKNOWN');
  expect(report.score.value).toBeLessThan(100);
  await room.dispose();
  room = createHealingRoom({ directories: [] });
  const other = room.open();
  expect((await other.heal()).status).toBe('HEALTHY');
  expect(other.health()).toMatchObject({ status: 'HEALTHY', issues: 0, gauges: { score: 100 } });
  expect(room.open().health()).toMatchObject({ status: 'HEALTHY' });
  room.clock.advance(10 * 60_000);
  expect(other.health()).toMatchObject({ status: 'UNKNOWN' });
});

test('after dispose no timer is left, and the sign of life is gone', async () => {
  room = createHealingRoom({ directories: [] });
  const healing = room.open();
  healing.attend();
  await nextLook(healing, room.clock);
  await healing.dispose();
  expect(room.clock.pending()).toBe(0);
});

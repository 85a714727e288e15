import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ritualsMigrations } from '../../../../electron/features/rituals/index.ts';
import { createKeeper, type Keeper } from '../../../../electron/features/rituals/keeper.ts';
import { createRunRecord } from '../../../../electron/features/rituals/record/run-record.ts';
import { openDatabase, type Database } from '../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import type { Ritual, RitualRun } from '../../../../shared/model/rituals.ts';
import { createManualClock, type ManualClock } from '../updates/watch/manual-clock.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const plain: Omit<Ritual, 'name' | 'timing' | 'deadlineMs' | 'timeoutMs'> = {
  origin: 'settings',
  agent: 'TD',
  taskType: 'X',
  instruction: '',
  council: false,
  commands: [],
  enabled: true,
};
const daily: Ritual = {
  ...plain,
  name: 'daily',
  timing: { kind: 'cron', pattern: '0 0 3 * * *' },
  deadlineMs: 12 * HOUR,
  timeoutMs: HOUR,
};
const weekly: Ritual = {
  ...plain,
  name: 'weekly',
  timing: { kind: 'cron', pattern: '0 0 2 * * 0' },
  deadlineMs: 12 * HOUR,
  timeoutMs: HOUR,
};
const often: Ritual = { ...plain, name: 'often', timing: { kind: 'every', ms: 6 * HOUR }, deadlineMs: 3 * HOUR, timeoutMs: HOUR };

/** Fifteen thousand durable writes: memory is durable enough where a crash is one object after the other. */
const ROOM = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A machine that sleeps, crashes and has its clock set, on one database. */
function machine(timeZone: string, start: number, rituals: readonly Ritual[]) {
  const folder = mkdtempSync(join(ROOM, 'nightguard-rituals-'));
  folders.push(folder);
  const path = join(folder, 'state.db');
  const clock: ManualClock = createManualClock(start);
  const performed: { name: string; at: number }[] = [];
  let now = start;
  let crash = false;
  let database: Database;
  let keeper: Keeper;
  const record = () => createRunRecord(database, { now: () => now });
  const boot = (): void => {
    database = openDatabase(path, ritualsMigrations);
    keeper = createKeeper({
      clock: { ...clock, now: () => now },
      log: silentLog,
      record: record(),
      // A lock dies with its process; here the process is one object after the other.
      lock: { acquire: () => Promise.resolve(() => undefined) },
      refresh: () => Promise.resolve(),
      rituals: () => rituals,
      timeZone: () => timeZone,
      conditions: () => Promise.resolve(null),
      perform: ({ name }) => {
        performed.push({ name, at: now });
        // A process that is killed never comes back from here.
        return crash ? new Promise(() => undefined) : Promise.resolve({ result: 'done', detail: '', output: '' });
      },
      onChange: () => undefined,
    });
  };
  boot();
  return {
    performed,
    runs: (): RitualRun[] => record().runs(null, 100_000).toReversed(),
    set: (at: number): void => void (now = at),
    look: (): Promise<void> => keeper.look(),
    /** Killed while something runs, or while nothing does; begins again. */
    async crashAndBoot(): Promise<void> {
      crash = true;
      void keeper.look();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      crash = false;
      database.close();
      boot();
    },
    close: (): void => database.close(),
  };
}

/** Repeatable, and good enough to choose what happens next. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Independent of the scheduler's library: walks the hours and asks Intl what the clock on the wall shows. */
function wallHours(timeZone: string, from: number, to: number, hour: number, sundays: boolean): Set<string> {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const days = new Set<string>();
  for (let at = from; at <= to; at += HOUR / 2) {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    // On the day on which the clock jumps over the hour, the next hour stands for it.
    if (Number(part['hour']) < hour) continue;
    if (!sundays || part['weekday'] === 'Sun') days.add(`${part['year']}-${part['month']}-${part['day']}`);
    // The rest of the day says nothing new; an hour is kept back for days that are shorter.
    at += Math.max(0, 22 - Number(part['hour'])) * HOUR;
  }
  return days;
}

const dayIn = (timeZone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

test.each(['Asia/Seoul', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/St_Johns'])(
  'in ten years of %s with sleep and crashes, each due hour has exactly one row and runs at most once',
  async (timeZone) => {
    const start = Date.UTC(2026, 0, 1, 12);
    const end = start + 3653 * DAY;
    const random = dice(timeZone.length * 7919);
    const room = machine(timeZone, start, [daily, weekly, often]);
    await room.look();
    let now = start;
    while (now < end) {
      const chance = random();
      // Mostly it is awake through the night; sometimes asleep for hours or for weeks.
      now = Math.min(
        end,
        now + (chance < 0.93 ? (4 + random() * 14) * HOUR : chance < 0.99 ? random() * 4 * DAY : random() * 40 * DAY),
      );
      room.set(now);
      if (random() < 0.03) await room.crashAndBoot();
      await room.look();
    }
    const runs = room.runs();
    const keyed = runs.map(({ ritual, scheduledFor }) => `${ritual} ${scheduledFor}`);
    expect(new Set(keyed).size).toBe(keyed.length);
    const ran = runs.filter(({ startedAt }) => startedAt !== null);
    expect(room.performed).toHaveLength(ran.length);
    expect(ran.every(({ result }) => result === 'done' || result === 'interrupted')).toBe(true);
    expect(ran.some(({ result }) => result === 'interrupted')).toBe(true);
    for (const [ritual, hour, sundays] of [
      ['daily', 3, false],
      ['weekly', 2, true],
    ] as const) {
      const days = runs.filter((run) => run.ritual === ritual).map(({ scheduledFor }) => dayIn(timeZone, scheduledFor));
      const due = wallHours(timeZone, start + HOUR, end, hour, sundays);
      due.delete(dayIn(timeZone, start));
      // The first day began after its hour; the last may end before it.
      expect(days.toSorted()).toEqual([...due].filter((day) => day !== dayIn(timeZone, start)).toSorted());
    }
    room.close();
  },
  120_000,
);

test('a clock that jumps years ahead and back makes nothing run twice, and does not silence what comes', async () => {
  const start = Date.UTC(2026, 5, 1, 12);
  const room = machine('UTC', start, [daily]);
  await room.look();
  room.set(start + 1 * DAY);
  await room.look();
  room.set(start + 3000 * DAY);
  await room.look();
  const before = room.performed.length;
  room.set(start + 1 * DAY + HOUR);
  await room.look();
  expect(room.performed).toHaveLength(before);
  for (let day = 2; day < 6; day += 1) {
    room.set(start + day * DAY);
    await room.look();
  }
  expect(room.performed).toHaveLength(before + 4);
  const keyed = room.runs().map(({ scheduledFor }) => scheduledFor);
  expect(new Set(keyed).size).toBe(keyed.length);
  room.close();
});

test('on the spring-forward Sunday both rituals run, the one of 02:00 first; in autumn each runs once', async () => {
  const room = machine('America/New_York', Date.UTC(2026, 2, 7, 12), [daily, weekly]);
  await room.look();
  room.set(Date.UTC(2026, 2, 8, 7, 0, 1));
  await room.look();
  expect(room.performed.map(({ name }) => name)).toEqual(['weekly', 'daily']);
  for (let hour = 0; hour < 48; hour += 1) {
    room.set(Date.UTC(2026, 9, 31, 20) + hour * HOUR);
    await room.look();
  }
  const autumn = room.performed.filter(({ at }) => at >= Date.UTC(2026, 10, 1));
  expect(autumn.map(({ name }) => name)).toEqual(['weekly', 'daily', ...(autumn.length > 2 ? ['daily'] : [])]);
  room.close();
});

test('a ritual that has just become known does not run for hours before that', async () => {
  const room = machine('UTC', Date.UTC(2026, 0, 1, 3, 0, 30), [daily]);
  await room.look();
  expect(room.performed).toEqual([]);
  room.close();
});

test('after weeks of sleep a ritual runs once, and the hours that it stands for are recorded', async () => {
  const start = Date.UTC(2026, 0, 1, 12);
  const room = machine('UTC', start, [daily]);
  await room.look();
  room.set(start + 14 * DAY);
  await room.look();
  expect(room.performed).toHaveLength(1);
  expect(room.runs().map(({ result }) => result)).toEqual([...Array<string>(13).fill('superseded'), 'done']);
  expect(room.runs().at(-1)).toMatchObject({ trigger: 'catch-up' });
  room.close();
});

test('a run that was missed by more than its deadline is recorded as missed and not run', async () => {
  const start = Date.UTC(2026, 0, 1, 12);
  const room = machine('UTC', start, [daily]);
  await room.look();
  room.set(Date.UTC(2026, 0, 2, 15, 30));
  await room.look();
  expect(room.performed).toEqual([]);
  expect(room.runs()).toMatchObject([{ result: 'missed', scheduledFor: Date.UTC(2026, 0, 2, 3) }]);
  room.close();
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anEvent, createRoom, NOW, type Room } from '../support/room.ts';

let room: Room;
beforeEach(() => {
  room = createRoom();
});
afterEach(() => room.dispose());

const MINUTE = 60_000;
const fail = (n = 1, change: Parameters<typeof anEvent>[0] = {}) =>
  room.ledger.record(Array.from({ length: n }, () => anEvent({ at: room.clock.at, ...change })));
const analysis = (suggestions: number) => ({
  at: room.clock.at,
  count: 3,
  suggestions: Array.from({ length: suggestions }, () => ({
    rule: 'file-check',
    type: 'FILE_CHECK' as const,
    title: { en: 'a', ko: '가' },
    code: 'pass',
    codeLanguage: 'python' as const,
    patch: null,
    noPatch: null,
    proof: null,
  })),
  source: null,
  suspect: null,
  related: [],
});

describe('counting', () => {
  it('asks for an analysis when the third of one key comes, and not before', () => {
    expect(fail(2).map(({ count, due, state }) => [count, due, state])).toEqual([
      [1, false, 'new'],
      [2, false, 'new'],
    ]);
    expect(fail()).toMatchObject([
      { key: 'FileNotFoundError:fetch_trends', count: 3, due: true, repeats: true, state: 'recurring' },
    ]);
  });

  it('does not count what came before the window', () => {
    fail(2);
    room.clock.at += 25 * 60 * MINUTE;
    expect(fail()).toMatchObject([{ count: 3, repeats: false }]);
    expect(fail(2).at(-1)).toMatchObject({ repeats: true, due: true });
  });

  it('makes a storm one group and one analysis, and keeps few events whole', () => {
    const due = Array.from({ length: 50 }, () => fail(100))
      .flat()
      .filter((one) => one.due);
    expect(due).toHaveLength(1);
    expect(room.ledger.groups({ limit: 10 })).toMatchObject([{ total: 5000, count: 5000 }]);
    expect(room.ledger.report(1, 1000).events).toHaveLength(50);
    expect(room.ledger.report(1, 1).hours.at(-1)).toBe(5000);
  });

  it('keeps no more events than the setting says, of whatever groups', () => {
    room.settings.keepEvents = 20;
    for (let n = 0; n < 40; n += 1) fail(1, { type: `E${n}x`.replaceAll(/\d/g, (d) => 'abcdefghij'[Number(d)]!) });
    expect(room.database.get<{ n: number }>('SELECT count(*) AS n FROM error_events')).toEqual({ n: 20 });
    expect(room.ledger.groups({ limit: 100 })).toHaveLength(40);
  });

  it('backs off before the same group is analysed again', () => {
    fail(3);
    room.ledger.analysed(1, analysis(1));
    room.clock.at += 59 * MINUTE;
    expect(fail()[0]?.due).toBe(false);
    room.clock.at += 2 * MINUTE;
    expect(fail()[0]?.due).toBe(true);
    room.ledger.analysed(1, analysis(1));
    room.clock.at += 119 * MINUTE;
    expect(fail()[0]?.due).toBe(false);
  });

  it('shows different causes under one key apart, with the key’s count', () => {
    fail(2);
    expect(fail(1, { message: 'quite another cause' })).toMatchObject([{ group: 2, count: 3 }]);
    expect(room.ledger.groups({ limit: 9 }).map(({ key, total, count }) => [key, total, count])).toEqual([
      ['FileNotFoundError:fetch_trends', 1, 3],
      ['FileNotFoundError:fetch_trends', 2, 3],
    ]);
  });
});

describe('success', () => {
  it('takes back exactly what its own failures counted', () => {
    fail(2, { subject: 'run:a' });
    fail(1, { subject: 'run:b' });
    expect(room.ledger.succeeded('run:a')).toEqual(['FileNotFoundError:fetch_trends']);
    expect(room.ledger.counts.all()).toEqual({ 'FileNotFoundError:fetch_trends': 1 });
    expect(room.ledger.succeeded('')).toEqual([]);
    expect(room.ledger.succeeded('run:b')).toHaveLength(1);
    expect(room.ledger.counts.all()).toEqual({});
  });

  it('lets the count begin anew', () => {
    fail(2, { subject: 'run:a' });
    room.ledger.succeeded('run:a');
    expect(fail(2, { subject: 'run:a' }).some((one) => one.repeats)).toBe(false);
  });
});

describe('states', () => {
  it('go from new over recurring to proposed when there is something to propose', () => {
    fail(3);
    room.ledger.analysed(1, analysis(0));
    expect(room.ledger.group(1).state).toBe('recurring');
    room.ledger.analysed(1, analysis(1));
    expect(room.ledger.group(1).state).toBe('proposed');
  });

  it('say that it came back after it was fixed, at once, and reset the count when it was fixed', () => {
    fail(3);
    expect(room.ledger.setState(1, 'fixed')).toMatchObject({ state: 'fixed', count: 0 });
    room.clock.at += MINUTE;
    expect(fail()).toMatchObject([{ state: 'regressed', due: true, count: 1 }]);
  });

  it('are not changed by what happened before the fix and is read late', () => {
    fail(1);
    room.clock.at += MINUTE;
    room.ledger.setState(1, 'fixed');
    expect(fail(1, { at: NOW })).toMatchObject([{ state: 'fixed', due: false }]);
  });

  it('ignored stays ignored, and is counted still', () => {
    fail(1);
    room.ledger.setState(1, 'ignored');
    expect(fail(5).every((one) => !one.due && one.state === 'ignored')).toBe(true);
    expect(room.ledger.group(1).total).toBe(6);
  });
});

describe('by hand', () => {
  it('merges groups, and later events go where they were merged to', () => {
    fail(2);
    fail(1, { message: 'quite another cause' });
    expect(room.ledger.merge(2, 1)).toMatchObject({ id: 1, total: 3, fingerprints: [expect.any(String), expect.any(String)] });
    expect(fail(1, { message: 'quite another cause' })).toMatchObject([{ group: 1 }]);
    expect(() => room.ledger.group(2)).toThrow('There is no error group 2.');
    expect(room.ledger.report(1, 10).events).toHaveLength(4);
  });

  it('splits what was merged', () => {
    fail(2);
    fail(1, { message: 'quite another cause' });
    room.ledger.merge(2, 1);
    const other = room.ledger
      .group(1)
      .fingerprints.find((one) => room.ledger.report(1, 9).events.length > 0 && one !== fingerprintOfFirst());
    const split = room.ledger.split(1, other!);
    expect(room.ledger.group(1).total + split.total).toBe(3);
    expect(split.fingerprints).toEqual([other]);
    expect(fail(1, { message: 'quite another cause' })[0]?.group).toBe(split.message === 'quite another cause' ? split.id : 1);
    expect(() => room.ledger.split(1, room.ledger.group(1).fingerprints[0]!)).toThrow('only this fingerprint');
    expect(() => room.ledger.merge(1, 1)).toThrow('into itself');
  });
});

const fingerprintOfFirst = (): string =>
  room.database.get<{ fingerprint: string }>('SELECT fingerprint FROM error_events ORDER BY id LIMIT 1')!.fingerprint;

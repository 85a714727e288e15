import { expect, test } from 'vitest';
import type { AuditPage, AuditQuery } from '../../../../../shared/model/audit.ts';
import { makeRoom, type AuditRoom } from './audit-room.ts';

function filledRoom(): AuditRoom {
  const room = makeRoom();
  for (let index = 1; index <= 30; index += 1) {
    room.audit.append({
      type: index % 3 === 0 ? 'blueprint-judgment' : 'auto-enforcement',
      target: `work/파일-${index}.py`,
      result: index % 10 === 0 ? 'Non-Canonical' : 'Canonical',
      reasons: [`act: update.apply`, index === 7 ? 'a "quoted" 100% reason \\ with_all' : 'plain'],
    });
  }
  return room;
}
const page = (room: AuditRoom, query: Partial<AuditQuery>): Promise<AuditPage> =>
  room.audit.page({ offset: 0, limit: 10, text: '', type: null, result: null, ...query });
const numbers = ({ entries }: AuditPage): number[] => entries.map(({ number }) => number);

test('pages go back from the newest entry, and end where the log begins', async () => {
  const room = filledRoom();
  const first = await page(room, { limit: 4 });
  expect([numbers(first), first.total]).toEqual([[30, 29, 28, 27], 30]);
  expect(first).toMatchObject({ types: ['auto-enforcement', 'blueprint-judgment'], results: ['Canonical', 'Non-Canonical'] });
  expect(numbers(await page(room, { offset: 27 }))).toEqual([3, 2, 1]);
  expect(await page(room, { offset: 100 })).toMatchObject({ entries: [], total: 30 });
  expect(await page(makeRoom(), {})).toEqual({ entries: [], total: 0, types: [], results: [] });
});

test('by type and result', async () => {
  const room = filledRoom();
  const judged = await page(room, { type: 'blueprint-judgment', offset: 1, limit: 3 });
  expect([numbers(judged), judged.total]).toEqual([[27, 24, 21], 10]);
  expect(numbers(await page(room, { result: 'Non-Canonical' }))).toEqual([30, 20, 10]);
  const both = await page(room, { type: 'auto-enforcement', result: 'Non-Canonical' });
  expect([numbers(both), both.total]).toEqual([[20, 10], 2]);
  expect(await page(room, { type: 'nothing' })).toMatchObject({ entries: [], total: 0 });
});

test('every word must be found, wherever; signs of patterns are letters', async () => {
  const room = filledRoom();
  expect(numbers(await page(room, { text: '파일-12' }))).toEqual([12]);
  expect(numbers(await page(room, { text: 'UPDATE  파일-2 non-canonical' }))).toEqual([20]);
  for (const text of ['"quoted"', '100%', '\\', 'with_all', 'Quoted reason'])
    expect(numbers(await page(room, { text }))).toEqual([7]);
  expect(numbers(await page(room, { text: 'w_rk' }))).toEqual([]);
  const judged = await page(room, { text: 'plain', type: 'blueprint-judgment', limit: 2, offset: 2 });
  expect([numbers(judged), judged.total]).toEqual([[24, 21], 10]);
});

test('a search that is asked again knows what was added since', async () => {
  const room = filledRoom();
  expect((await page(room, { text: 'plain' })).total).toBe(29);
  room.audit.append({ type: 'auto-enforcement', target: 'later', result: 'Canonical', reasons: ['plain'] });
  const again = await page(room, { text: 'plain', limit: 2 });
  expect([numbers(again), again.total]).toEqual([[31, 30], 30]);
});

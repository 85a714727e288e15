import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  attendDroppedFiles,
  attendRequests,
  type DroppedFiles,
} from '../../../../../electron/features/governance/approvals/index.ts';
import { answerFile } from '../../../../../electron/features/governance/approvals/answer-requests.ts';
import { recordAnswer } from '../../../../../electron/features/governance/approvals/record-answer.ts';
import type { Disposable } from '../../../../../electron/kernel/disposables.ts';
import type { Act } from '../../../../../electron/kernel/ports/audit.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { changed, permission, withFrontMatter } from '../support/documents.ts';
import { createRoom, person, type Room } from '../support/room.ts';

let room: Room;
let folder: string;
let attendance: DroppedFiles;
const toDispose: Disposable[] = [];
beforeEach(() => {
  room = createRoom();
  folder = join(room.workspace, 'permission-requests');
});
afterEach(async () => {
  for (const one of toDispose.splice(0)) await one.dispose();
  room.dispose();
});

/** Judging goes by the room's day; the folder is watched in real time. */
function attend(isAwaited = true): void {
  attendance = attendRequests({
    context: () => ({
      ...room,
      preview: (act) => room.gate.preview(act),
      onAnswer: (answer) => recordAnswer({ auditLog: null, audit: room.audit }, answer),
    }),
    isAwaited: () => isAwaited,
    clock: systemClock,
    log: silentLog,
    quietMs: 100,
  });
  toDispose.push(attendance);
}
const drop = (name: string, text: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
};
const verdict = (name: string): string | undefined => {
  const file = join(folder, name);
  return existsSync(file) ? /^verdict: "(\w+)"$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
};
const request = (change: object = {}): string => withFrontMatter({ ...permission, ...change });

test('a request is answered where it was dropped, also when the folder comes later, and again when a person has decided', async () => {
  attend();
  drop('feed.md', request());
  await expect.poll(() => verdict('feed.answer.md')).toBe('pending');
  room.approvals.approve(1, person, room.approvals.get(1)?.contentHash ?? '');
  attendance.wake();
  await expect.poll(() => verdict('feed.answer.md')).toBe('allow');
  expect(room.database.all('SELECT type, target FROM acts')).toEqual([
    { type: 'permission.judge', target: 'feed.md' },
    { type: 'permission.judge', target: 'feed.md' },
  ]);
});

test('half a request is waited for, and judged when it is whole', async () => {
  attend();
  const whole = request();
  drop('slow.md', whole.slice(0, 60));
  drop('quick.md', request({ target: 'https://quick.example' }));
  await expect.poll(() => verdict('quick.answer.md')).toBe('pending');
  await systemClock.sleep(400);
  expect(verdict('slow.answer.md')).toBeUndefined();
  drop('slow.md', whole);
  await expect.poll(() => verdict('slow.answer.md')).toBe('pending');
  expect(room.approvals.pending()).toHaveLength(2);
});

test('nobody answers: when the time is over the answer is no, and the same bytes do not ask again', async () => {
  attend();
  drop('feed.md', request());
  await expect.poll(() => verdict('feed.answer.md')).toBe('pending');
  room.clock.at += 24 * 3_600_000;
  room.approvals.expire();
  attendance.wake();
  await expect.poll(() => verdict('feed.answer.md')).toBe('deny');
  expect(room.approvals.list(10)).toMatchObject([{ state: 'expired' }]);
});

test('an answer that was given once is not given again: the same bytes under the same name have had theirs', async () => {
  attend();
  drop('feed.md', request());
  await expect.poll(() => verdict('feed.answer.md')).toBe('pending');
  room.approvals.approve(1, person, room.approvals.get(1)?.contentHash ?? '');
  attendance.wake();
  await expect.poll(() => verdict('feed.answer.md')).toBe('allow');
  rmSync(join(folder, 'feed.answer.md'));
  rmSync(join(folder, 'feed.md'));
  drop('other.md', request({ target: 'https://other.example' }));
  drop('feed.md', request());
  await expect.poll(() => verdict('other.answer.md')).toBe('pending');
  expect(verdict('feed.answer.md')).toBeUndefined();
  expect(room.database.get('SELECT count(*) AS n FROM permission_answers')).toEqual({ n: 2 });
});

test('an answer is never written over something that is no answer, nor into the constitution', async () => {
  room.write({
    '02_AAOS-Immune_system/DNA.md': '',
    '02_AAOS-Immune_system/ask.md': request(),
    'notes.md': request(),
    'notes.answer.md': 'mine\n',
  });
  const context = {
    ...room,
    preview: (act: Act) => room.gate.preview(act),
    onAnswer: () => undefined,
  };
  await expect(answerFile(context, 'notes.md')).rejects.toThrow(/nothing is written over it/);
  await expect(answerFile(context, '02_AAOS-Immune_system/ask.md')).rejects.toThrow(/No answer is written/);
  await expect(answerFile(context, '../elsewhere.md')).rejects.toThrow();
  expect(readFileSync(join(room.workspace, 'notes.answer.md'), 'utf8')).toBe('mine\n');
  expect(room.approvals.list(10)).toEqual([]);
});

test('a flood is dealt with at its pace: what is not answered yet has no leave', async () => {
  mkdirSync(folder);
  for (let n = 0; n < 90; n += 1)
    drop(`r${String(n).padStart(3, '0')}.md`, withFrontMatter(changed(permission, 'time_bound.expires', '2026-01-01')));
  attend();
  const answers = (): number => readdirSync(folder).filter((name) => name.endsWith('.answer.md')).length;
  await expect.poll(answers, { timeout: 20_000 }).toBe(60);
  attendance.wake();
  await systemClock.sleep(500);
  expect(answers()).toBe(60);
}, 30_000);

test('without a constitution and without the folder nothing is watched, and after disposal nothing happens', async () => {
  attend(false);
  await systemClock.sleep(150);
  drop('feed.md', request());
  await systemClock.sleep(300);
  expect(verdict('feed.answer.md')).toBeUndefined();
  attendance.wake();
  await expect.poll(() => verdict('feed.answer.md')).toBe('pending');
  await attendance.dispose();
  drop('late.md', request({ target: 'https://late.example' }));
  attendance.wake();
  await systemClock.sleep(300);
  expect(verdict('late.answer.md')).toBeUndefined();
});

test('an answer that could not be given is tried again, and its leave is not lost', async () => {
  mkdirSync(folder);
  drop('a.json', '{}');
  const seen: string[] = [];
  let broken = true;
  const dropped = attendDroppedFiles({
    workspace: room.workspace,
    folder: () => 'permission-requests',
    isAwaited: () => true,
    isWanted: (name) => name.endsWith('.json'),
    take: (name) => {
      seen.push(name);
      return broken ? Promise.reject(new Error('audit-broken')) : Promise.resolve('done');
    },
    clock: systemClock,
    log: silentLog,
    quietMs: 20,
  });
  toDispose.push(dropped);
  await expect.poll(() => seen).toEqual(['a.json']);
  broken = false;
  dropped.wake();
  await expect.poll(() => seen).toEqual(['a.json', 'a.json']);
});

test('a clock that is set back by a day does not make a file wait for a day', async () => {
  const seen: string[] = [];
  const clock = { ...systemClock, ahead: 0, now: () => Date.now() + clock.ahead };
  const dropped = attendDroppedFiles({
    workspace: room.workspace,
    folder: () => 'permission-requests',
    isAwaited: () => true,
    isWanted: (name) => name.endsWith('.json'),
    take: (name) => {
      seen.push(name);
      return Promise.resolve('done');
    },
    clock,
    log: silentLog,
    quietMs: 300,
  });
  toDispose.push(dropped);
  drop('a.json', '{}');
  await systemClock.sleep(100);
  clock.ahead = -24 * 3_600_000;
  dropped.wake();
  await expect.poll(() => seen, { timeout: 3000 }).toEqual(['a.json']);
});

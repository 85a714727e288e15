import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { createSurveyor, type Surveyor } from '../../../../../electron/features/updates/survey/surveyor.ts';
import type { SurveyProgress } from '../../../../../electron/features/updates/survey/types.ts';
import { createSurveyRoom, sha256, type SurveyRoom } from './survey-room.ts';

let room: SurveyRoom;
let surveyor: Surveyor;
beforeEach(() => {
  room = createSurveyRoom();
  surveyor = createSurveyor({ log: silentLog });
});
afterEach(async () => {
  await surveyor.dispose();
  room.dispose();
});

const MANY = 1200;
const fill = (): void => {
  for (let i = 0; i < MANY; i += 1) room.inCore(`pkg${i % 7}/module_${i}.py`, `print(${i})\n`);
};

test('many files are hashed by several threads, each rightly, and this thread stays free', async () => {
  fill();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const { rows, counts } = await surveyor.survey(room.request);
  delay.disable();
  expect(counts).toMatchObject({ sourceFiles: MANY, hashed: MANY });
  expect(rows).toHaveLength(MANY);
  for (const row of rows) {
    const number = /(\d+)\.py$/.exec(row.key)?.[1] ?? '';
    expect(row.source?.hash).toBe(sha256(`print(${number})\n`));
  }
  expect(delay.percentile(99) / 1e6).toBeLessThan(100);
});

test('tells how far it is', async () => {
  fill();
  const seen: SurveyProgress[] = [];
  await surveyor.survey(room.request, { onProgress: (progress) => seen.push(progress) });
  for (const { done, total } of seen) expect(done <= total && total === MANY).toBe(true);
  expect(seen.length).toBeGreaterThan(0);
});

test('is cancelled by its signal', async () => {
  fill();
  await expect(surveyor.survey(room.request, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AppError',
    code: 'cancelled',
  });
  const { counts } = await surveyor.survey(room.request);
  expect(counts.sourceFiles).toBe(MANY);
});

test('errors keep their code on the way out of the thread', async () => {
  await expect(surveyor.survey({ ...room.request, source: `${room.core}/nowhere` })).rejects.toMatchObject({
    name: 'AppError',
    code: 'source-missing',
  });
});

test('after dispose it takes no work', async () => {
  await surveyor.dispose();
  await expect(surveyor.survey(room.request)).rejects.toMatchObject({ code: 'disposed' });
});

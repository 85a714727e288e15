import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createWorkerPool, workerFile } from '../../../electron/kernel/worker-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'nightguard-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'tasks.mjs');
writeFileSync(
  file,
  `import { threadId } from 'node:worker_threads';
export const double = (n) => n * 2;
export const thread = () => threadId;
export const fail = () => { throw new Error('no such luck'); };
export const forever = () => new Promise(() => setInterval(() => {}, 1000));
`,
);
const pool = (): ReturnType<typeof createWorkerPool> => createWorkerPool({ file, maxThreads: 1, idleMs: 50 });

test('runs the named task in another thread', async () => {
  const workers = pool();
  expect(await workers.run<number>('double', 21)).toBe(42);
  expect(await workers.run<number>('thread', null)).toBeGreaterThan(0);
  await workers.dispose();
});

test('hands on what a task throws', async () => {
  const workers = pool();
  await expect(workers.run('fail', null)).rejects.toThrow('no such luck');
  await workers.dispose();
});

test('dispose ends a task that would run for ever, and takes no other', async () => {
  const workers = pool();
  const running = workers.run('forever', null);
  const ended = expect(running).rejects.toThrow();
  await workers.dispose();
  await ended;
  await expect(workers.run('double', 1)).rejects.toMatchObject({ code: 'disposed' });
});

test('a worker lies beside TypeScript sources, or beside the entries of a build', () => {
  expect(workerFile('file:///app/electron/survey/surveyor.ts', 'survey-worker')).toMatch(/survey.survey-worker\.ts$/);
  const built = join(folder, 'survey-worker.js');
  writeFileSync(built, '');
  expect(workerFile(pathToFileURL(join(folder, 'main.js')).href, 'survey-worker')).toBe(built);
  expect(workerFile(pathToFileURL(join(folder, 'chunks', 'surveyor-abc.js')).href, 'survey-worker')).toBe(built);
  expect(() => workerFile(pathToFileURL(join(folder, 'main.js')).href, 'no-worker')).toThrow('incomplete');
});

import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, open, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileAtomic } from '../../../../electron/kernel/atomic-file.ts';
import { createJsonArrayLog, type JsonArrayLog } from '../../../../electron/kernel/json-array-log.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';

let folder: string;
let path: string;
let file: JsonArrayLog;
const clock = { now: () => 1_750_000_000_000 };
const nothing = (): object[] => [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nightguard-log-'));
  path = join(folder, 'knowledge', 'system', 'update_log.json');
  file = createJsonArrayLog({ path, workspace: folder, clock, log: silentLog });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const entriesOnDisk = async (): Promise<unknown> => JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
const put = async (text: string | Uint8Array): Promise<void> => {
  await file.append([{ seed: true }], nothing);
  await writeFile(path, text);
};

test('a missing file is created with its folders, what came before, and readable indentation', async () => {
  expect(await file.read()).toEqual({ state: 'missing' });
  await file.append([{ type: 'NEW', relative_path: '에이전트/a.py' }], () => [{ type: 'OLD' }]);
  expect(await readFile(path, 'utf8')).toBe(
    '[\n  {\n    "type": "OLD"\n  },\n  {\n    "type": "NEW",\n    "relative_path": "에이전트/a.py"\n  }\n]\n',
  );
  expect(await file.read()).toEqual({ state: 'ok', entries: [{ type: 'OLD' }, { type: 'NEW', relative_path: '에이전트/a.py' }] });
});

test.each([
  ['[]', '[\n  {\n    "n": 1\n  }\n]'],
  ['[ ]\n', '[\n  {\n    "n": 1\n  }\n]\n'],
  ['[1,"두",{"x" : 1.50e+3}]', '[1,"두",{"x" : 1.50e+3},\n  {\n    "n": 1\n  }\n]'],
  ['\uFEFF[\r\n  {"a": 1}\r\n]\r\n', '\uFEFF[\r\n  {"a": 1},\r\n  {\r\n    "n": 1\r\n  }\r\n]\r\n'],
])('what others wrote stays byte for byte: %j', async (before, after) => {
  await put(before);
  await file.append([{ n: 1 }], nothing);
  expect(await readFile(path, 'utf8')).toBe(after);
});

test.each([
  ['one bad byte', Buffer.concat([Buffer.from('[{"a": "'), Buffer.from([0xff]), Buffer.from('"}]')])],
  ['half a file', Buffer.from('[{"a": 1},')],
  ['an object', Buffer.from('{"a": 1}')],
  ['two arrays', Buffer.from('[][]')],
  ['nothing at all', Buffer.from('')],
])('an unreadable file (%s) is kept in the quarantine and a fresh one begins from the rebuilt history', async (_name, bytes) => {
  await put(bytes);
  expect((await file.read()).state).toBe('unreadable');
  const { quarantined } = await file.append([{ n: 2 }], () => [{ n: 1 }]);
  expect(quarantined).not.toBeNull();
  expect(await readFile(quarantined!)).toEqual(bytes);
  expect(await entriesOnDisk()).toEqual([{ n: 1 }, { n: 2 }]);
});

test('calls at the same time are carried out one after another', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => file.append([{ n }], nothing)));
  expect(await entriesOnDisk()).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
  expect(await readdir(join(folder, 'knowledge', 'system'))).toEqual(['update_log.json']);
});

/** As the other tools do it: read, add, write a temporary file, rename. */
async function otherToolAppends(entry: object): Promise<void> {
  const before = existsSync(path) ? ((await entriesOnDisk()) as object[]) : [];
  await writeFileAtomic(path, JSON.stringify([...before, entry], null, 2));
}

/** In place, over the closing bracket. */
async function anotherToolAppendsInPlace(entry: object): Promise<void> {
  const text = await readFile(path);
  await truncate(path, text.lastIndexOf(']'));
  await appendFile(path, `, ${JSON.stringify(entry)}]`);
}

test('whoever writes, in whatever order, no entry is ever lost', async () => {
  const step = fc.record({
    who: fc.constantFrom('we', 'we-anew', 'other', 'in-place'),
    text: fc.string({ unit: 'grapheme' }),
    count: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await rm(join(folder, 'knowledge'), { recursive: true, force: true });
      await file.append([{ first: true }], nothing);
      const expected: object[] = [{ first: true }];
      for (const [n, { who, text, count }] of steps.entries()) {
        const entries = Array.from({ length: count }, (_, i) => ({ n, i, text, nested: { list: [text, null, true, -0.5e-7] } }));
        if (who === 'we-anew') file = createJsonArrayLog({ path, workspace: folder, clock, log: silentLog });
        if (who.startsWith('we')) await file.append(entries, nothing);
        else for (const entry of entries) await (who === 'other' ? otherToolAppends(entry) : anotherToolAppendsInPlace(entry));
        expected.push(...entries);
      }
      expect(await entriesOnDisk()).toEqual(expected);
      expect(existsSync(join(folder, '.nightguard'))).toBe(false);
    }),
    { numRuns: 40 },
  );
});

test('a write by another that lands while ours is being prepared is seen and kept', async () => {
  await file.append([{ n: 0 }], nothing);
  // The getter runs while our entries are turned into text: after the look at the file, before it is replaced.
  let intruded = false;
  const entry = {
    n: 2,
    toJSON() {
      if (!intruded) {
        intruded = true;
        // Synchronous on purpose: it is done before our copy begins, but after our look.
        intrude();
      }
      return { n: 2 };
    },
  };
  const { writeFileSync } = await import('node:fs');
  const intrude = (): void => writeFileSync(path, '[{"n":0},{"n":1}]');
  await file.append([entry], nothing);
  expect(intruded).toBe(true);
  expect(await entriesOnDisk()).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
});

test('the permission bits of the file survive', async () => {
  await file.append([{ n: 0 }], nothing);
  const handle = await open(path, 'r+');
  await handle.chmod(0o640);
  await handle.close();
  await file.append([{ n: 1 }], nothing);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

describe('with a file of 40 MB', () => {
  test('the event loop is free while the file is proven, and appending again does not read it', async () => {
    const entry = JSON.stringify({
      type: 'MODIFIED',
      relative_path: 'libs/한글/core_config.py',
      drive_hash: 'a'.repeat(64),
      local_hash: 'b'.repeat(64),
    });
    const count = Math.ceil((40 * 1024 * 1024) / Buffer.byteLength(entry));
    await put(`[${Array.from({ length: count }, () => entry).join(',\n')}]\n`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await file.append([{ n: 1 }], nothing);
    const started = performance.now();
    await file.append([{ n: 2 }], nothing);
    const again = performance.now() - started;
    delay.disable();
    console.log(
      `40 MB: second append ${again.toFixed(0)} ms, longest delay of the event loop ${(delay.max / 1e6).toFixed(1)} ms`,
    );
    // Generous: the machine may be busy. A parse on the main thread would take hundreds of milliseconds.
    expect(delay.percentile(99) / 1e6).toBeLessThan(50);
    const content = await file.read();
    expect(content.state === 'ok' && content.entries.length).toBe(count + 2);
  });
});

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SelfAnnealingEngine } from '../../../../../electron/features/annealing/index.ts';
import { open, textOf, type Opened } from '../support/open.ts';

let workspace: string;
let opened: Opened;
let engine: SelfAnnealingEngine;
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-library-')));
  opened = open(workspace);
  engine = new SelfAnnealingEngine(() => Promise.resolve(opened.annealing));
});
afterEach(async () => {
  await opened.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

const counts = (): unknown =>
  (JSON.parse(textOf(workspace, 'knowledge/system/error_tracking.json') ?? '{}') as { error_counts?: unknown }).error_counts;
const context = { function: 'operation', file: import.meta.url };

describe('the library', () => {
  it('counts by type and the function that the caller names, and asks for annealing the third time', async () => {
    const results = [];
    for (let n = 0; n < 3; n += 1) results.push(await engine.handleError(new RangeError(`number ${n}`), context));
    expect(results.map(({ count, needsAnnealing }) => [count, needsAnnealing])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(results[0]?.errorKey).toBe('RangeError:operation');
    await opened.annealing.settled();
    expect(textOf(workspace, 'directives/self_annealing_log.md')).toMatch(/^## \[.*\] RangeError$/m);
    expect(opened.alerts).toHaveLength(1);
    expect(counts()).toEqual({ 'RangeError:operation': 3 });
  });

  it('handles whatever can be thrown', async () => {
    for (const thrown of [
      'text',
      null,
      undefined,
      { a: 1 },
      Object.assign(new Error('x'), { name: '' }),
      new AggregateError([new Error('a')], 'many'),
    ])
      expect((await engine.handleError(thrown)).count).toBeGreaterThan(0);
  });

  it('keeps causes and codes, and no secrets', async () => {
    const cause = Object.assign(new Error('token=abcdefgh12345'), { code: 'ECONNREFUSED' });
    await engine.handleError(new TypeError('fetch failed', { cause }), { ...context, password: 'hunter2-hunter2' });
    const [event] = opened.annealing.report(1).events;
    expect(event?.links).toMatchObject([{ relation: 'cause', message: 'token=[redacted]' }]);
    expect(JSON.stringify(event)).not.toMatch(/hunter2|abcdefgh/);
  });

  it('retries until it succeeds, then takes its counts back', async () => {
    let calls = 0;
    const flaky = (): string => {
      calls += 1;
      if (calls < 3) throw new TypeError('not yet');
      return 'done';
    };
    expect(await engine.retryWithAnnealing(flaky, { delayMs: 1 })).toBe('done');
    await opened.annealing.settled();
    expect([calls, counts(), opened.annealing.groups({ limit: 9 })[0]?.total]).toEqual([3, {}, 2]);
  });

  it('throws the last error itself when the retries are used up, and keeps the counts', async () => {
    const last = new Error('always');
    const work = (): never => {
      throw last;
    };
    await expect(engine.retryWithAnnealing(work, { delayMs: 1, maxRetries: 2, context })).rejects.toBe(last);
    await opened.annealing.settled();
    expect(counts()).toEqual({ 'Error:operation': 3 });
  });

  it('stops when it is cancelled', async () => {
    const stop = new AbortController();
    let calls = 0;
    const work = (): never => {
      calls += 1;
      stop.abort();
      throw new Error('x');
    };
    await expect(engine.retryWithAnnealing(work, { delayMs: 60_000, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(calls).toBe(1);
  });
});

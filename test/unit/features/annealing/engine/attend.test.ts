import { appendFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentsBelow, writeTree } from '../../../../support/tree.ts';
import { open, textOf, type Opened } from '../support/open.ts';

let workspace: string;
let opened: Opened;
beforeEach(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-attend-')));
});
afterEach(async () => {
  await opened.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

const TRACE = 'Traceback (most recent call last):\n  File "execution/a.py", line 2, in go\n    x["k"]\nKeyError: \'k\'\n';

describe('attending', () => {
  it('finds errors in logs and dropped files by itself, and writes the files of 97layerOS', async () => {
    writeTree(workspace, { 'logs/app.log': 'INFO begin\n', 'execution/a.py': 'def go():\n    x["k"]\n' });
    opened = open(workspace, { logs: ['logs/*.log'] });
    const attending = opened.annealing.attend();
    await attending.ready;
    appendFileSync(join(workspace, 'logs/app.log'), TRACE);
    writeTree(workspace, {
      '.tmp/errors/error_1.json': JSON.stringify({
        script: 'execution/b.py',
        error_type: 'IndexError',
        message: 'list index out of range',
      }),
    });
    await expect
      .poll(
        () =>
          opened.annealing
            .groups({ limit: 9 })
            .map(({ key }) => key)
            .sort(),
        { timeout: 20_000 },
      )
      .toEqual(['IndexError:unknown', 'KeyError:go']);
    await attending.dispose();
    await opened.annealing.settled();
    expect(JSON.parse(textOf(workspace, 'knowledge/system/error_tracking.json') ?? '')).toMatchObject({
      error_counts: { 'KeyError:go': 1, 'IndexError:unknown': 1 },
    });
    expect(opened.annealing.report(1).events[0]).toMatchObject({ source: expect.stringMatching(/tail|drop/) as string });
  });

  it('says what it cannot write, and changes nothing through a link', async () => {
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-elsewhere-')));
    symlinkSync(elsewhere, join(workspace, 'knowledge'));
    symlinkSync(elsewhere, join(workspace, 'directives'));
    opened = open(workspace, { threshold: 1 });
    await opened.annealing.handleError(new Error('x'), { function: 'f' });
    await opened.annealing.settled();
    expect(opened.annealing.problems().map(({ code }) => code)).toEqual(['error-recurring', 'log-unwritable', 'log-unwritable']);
    expect(contentsBelow(elsewhere).size).toBe(0);
    rmSync(elsewhere, { recursive: true });
  });

  it('takes a thousand errors at once as one group, one analysis and one alert', async () => {
    opened = open(workspace);
    await Promise.all(
      Array.from({ length: 1000 }, (_, n) => opened.annealing.handleError(new RangeError(`user ${n}`), { function: 'storm' })),
    );
    await opened.annealing.settled();
    expect(opened.annealing.groups({ limit: 9 })).toMatchObject([{ total: 1000, count: 1000 }]);
    expect(opened.alerts).toHaveLength(1);
    expect(textOf(workspace, 'directives/self_annealing_log.md')?.match(/^## \[/gm)).toHaveLength(1);
  });
});

import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDropReader, readDrop, type Drop } from '../../../../../electron/features/annealing/tail/drops.ts';
import { cutAt } from '../../../../../electron/features/annealing/tail/cut.ts';
import { findLogs } from '../../../../../electron/features/annealing/tail/find-logs.ts';
import { createLogWatcher, type LogWatcher } from '../../../../../electron/features/annealing/tail/log-watcher.ts';
import { createPositions } from '../../../../../electron/features/annealing/tail/positions.ts';
import { parseErrors } from '../../../../../electron/features/annealing/parse/parse-output.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { createRoom, type Room } from '../support/room.ts';

let room: Room;
let log: string;
let seen: string[];
beforeEach(() => {
  room = createRoom();
  mkdirSync(join(room.workspace, 'logs'));
  log = join(room.workspace, 'logs/app.log');
  seen = [];
});
afterEach(() => room.dispose());

const patterns = ['logs/*.log'];
/** As after a restart: only the database is known. */
const watcher = (): LogWatcher =>
  createLogWatcher({
    workspace: room.workspace,
    database: room.database,
    clock: room.clock,
    log: silentLog,
    patterns: () => patterns,
    commit: (errors, position) => {
      createPositions(room.database).set(position);
      seen.push(...errors.map(({ message }) => message));
      return Promise.resolve();
    },
  });
const error = (message: string): string =>
  `Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nValueError: ${message}\n`;
/** Two looks with quiet between them. */
async function settle(logs: LogWatcher): Promise<void> {
  await logs.look();
  room.clock.at += 6000;
  await logs.look();
}

describe('tailing', () => {
  it('reads what comes after the first look, not the history, and not twice', async () => {
    writeFileSync(log, `old\n${error('history')}`);
    const logs = watcher();
    await settle(logs);
    appendFileSync(log, `INFO x\n${error('one')}INFO y\n`);
    await settle(logs);
    await settle(watcher());
    expect(seen).toEqual(['one']);
  });

  it('reads a log that appears later from its beginning', async () => {
    const logs = watcher();
    await settle(logs);
    writeFileSync(log, error('first'));
    await settle(logs);
    await settle(logs);
    expect(seen).toEqual(['first']);
  });

  it('waits for the rest of an error that is written in pieces, over a restart too', async () => {
    writeFileSync(log, '');
    await settle(watcher());
    const text = `2026-01-01 INFO a\n${error('whole')}`;
    for (let at = 0; at < text.length; at += 7) {
      appendFileSync(log, text.slice(at, at + 7));
      await watcher().look();
    }
    expect(seen).toEqual([]);
    const logs = watcher();
    await settle(logs);
    expect(seen).toEqual(['whole']);
  });

  it('does not wait for quiet in a log that never is', async () => {
    writeFileSync(log, '');
    const logs = watcher();
    await settle(logs);
    for (let n = 0; n < 30; n += 1) {
      appendFileSync(log, `${error(`n${n}`)}${'2026-01-01T00:00:00 INFO something goes on here\n'.repeat(100)}`);
      room.clock.at += 100;
      await logs.look();
    }
    expect(seen.length).toBeGreaterThan(25);
    await settle(logs);
    expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => `n${n}`));
  });

  it('reads the rest of a log that is rotated away, then the new one', async () => {
    writeFileSync(log, 'begin\n');
    const logs = watcher();
    await settle(logs);
    appendFileSync(log, error('before'));
    renameSync(log, `${log}.1`);
    writeFileSync(log, error('after'));
    await settle(logs);
    expect(seen).toEqual(['before', 'after']);
  });

  it('reads the rest from the copy when a log is copied and truncated, even when it has grown past its old size', async () => {
    writeFileSync(log, 'begin here, a line of its own\n');
    const logs = watcher();
    await settle(logs);
    appendFileSync(log, error('before'));
    copyFileSync(log, `${log}.1`);
    truncateSync(log);
    appendFileSync(log, `another line\n${error('after')}${'2026-01-01 INFO filler\n'.repeat(50)}`);
    await settle(logs);
    expect(seen).toEqual(['before', 'after']);
  });

  it('survives a log that vanishes, and one that is a folder or a link', async () => {
    writeFileSync(log, 'x\n');
    mkdirSync(join(room.workspace, 'logs/folder.log'));
    symlinkSync('/etc/passwd', join(room.workspace, 'logs/link.log'));
    expect(await findLogs(room.workspace, 'logs/*.log')).toEqual(['logs/app.log']);
    expect(await findLogs(room.workspace, '../*')).toEqual([]);
    expect(await findLogs(room.workspace, '/etc/*')).toEqual([]);
    const logs = watcher();
    await settle(logs);
    renameSync(log, join(room.workspace, 'gone'));
    await settle(logs);
    writeFileSync(log, error('back'));
    await settle(logs);
    expect(seen).toEqual(['back']);
  });

  it('loses nothing and repeats nothing, however the writes are cut and whenever it is restarted', async () => {
    const piece = fc.oneof(
      fc.nat(5).map((n) => `2026-01-01T00:00:0${n} INFO line\n`),
      fc.constant('plain words\n'),
      fc.nat(999).map((n) => error(`e${n}`)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(300), { maxLength: 8 }),
        fc.boolean(),
        async (pieces, cuts, restart) => {
          const name = `p${readdirSync(join(room.workspace, 'logs')).length}.log`;
          const file = join(room.workspace, 'logs', name);
          const text = pieces.join('');
          let logs = watcher();
          await logs.look();
          writeFileSync(file, '');
          room.clock.at += 6000;
          await logs.look();
          seen = [];
          for (const [index, at] of [0, ...[...cuts].sort((a, b) => a - b)].entries()) {
            appendFileSync(file, text.slice(at, [...cuts].sort((a, b) => a - b)[index] ?? undefined));
            if (restart) logs = watcher();
            await logs.look();
          }
          await settle(logs);
          expect(seen).toEqual(parseErrors(text).map(({ message }) => message));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('where a growing text is cut', () => {
  it('is behind a line break, and nowhere in an error that may go on', () => {
    const open = `${'x\n'.repeat(4000)}Traceback (most recent call last):\n  File "a.py", line 1, in f\n`;
    expect(open.slice(cutAt(open, false))).toMatch(/^(?:x\n)*Traceback/);
    expect(cutAt(open, true)).toBe(open.length);
    expect(cutAt('no end', false)).toBe(0);
  });
});

describe('drops', () => {
  const reader = (drops: Drop[]) =>
    createDropReader({ ...room, folder: '.tmp/errors', log: silentLog, record: (drop) => void drops.push(drop) });
  const put = (name: string, value: unknown): void =>
    room.write({ [`.tmp/errors/${name}`]: typeof value === 'string' ? value : JSON.stringify(value) });

  it('are read once each, over restarts too, and stay where they are', async () => {
    put('error_1.json', {
      script: 'a.py',
      error_type: 'KeyError',
      message: "'x'",
      traceback: error('inner'),
      timestamp: '2026-02-15T10:00:00',
    });
    put('other.json', { error_type: 'No' });
    const drops: Drop[] = [];
    await reader(drops).look();
    await reader(drops).look();
    put('error_2.json', { error_type: 'KeyError' });
    await reader(drops).look();
    expect(drops.map((drop) => [drop.error.type, drop.error.message, drop.error.frames[0]?.function])).toEqual([
      ['KeyError', "'x'", 'f'],
      ['KeyError', '', undefined],
    ]);
    expect(drops[0]?.at).toBe(new Date(2026, 1, 15, 10).getTime());
    expect(readdirSync(join(room.workspace, '.tmp/errors'))).toHaveLength(3);
  });

  it('are waited for while they are half written', async () => {
    put('error_1.json', '{"error_type": "Key');
    const drops: Drop[] = [];
    const reading = reader(drops);
    await reading.look();
    put('error_1.json', { error_type: 'KeyError' });
    await reading.look();
    expect(drops).toHaveLength(1);
  });

  it('of any shape do no harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        for (const content of [
          JSON.stringify(value),
          JSON.stringify({ error_type: text, message: value, traceback: text }),
          text,
        ]) {
          const drop = readDrop(Buffer.from(content), 0, 5);
          if (drop !== null) expect(drop.at).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});

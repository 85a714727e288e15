import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { folderOf, makeRoom, type AuditRoom } from './audit-room.ts';

const SCRIPT = join(import.meta.dirname, 'append-process.ts');
const KILL_AT = join(import.meta.dirname, '../../../../support/kill-at.mjs');
const UNLIMITED = '1000000';

interface Run {
  acknowledged: string[];
  killed: boolean;
  errors: string;
}

/** Runs an appending process, killed with SIGKILL after `killAfterMs` where given. */
async function run(room: AuditRoom, tag: string, count: number, killAfterMs?: number): Promise<Run> {
  const child = spawn(process.execPath, [SCRIPT, room.workspace, tag, String(count), UNLIMITED], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  const first = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => void (errors += text));
  const ended = new Promise<boolean>((resolve) => child.once('close', (_code, signal) => resolve(signal === 'SIGKILL')));
  if (killAfterMs !== undefined) {
    // From its first entry on: before that only Node itself is starting.
    await first;
    await delay(killAfterMs);
    child.kill('SIGKILL');
  }
  const killed = await ended;
  return { acknowledged: out.split('\n').filter((line) => line.length === 16), killed, errors };
}

const files = (room: AuditRoom): Buffer[] => {
  const archive = join(folderOf(room.path), '_archive');
  const closed = readdirSync(folderOf(room.path)).includes('_archive')
    ? readdirSync(archive).map((name) => readFileSync(join(archive, name)))
    : [];
  return [...closed, readFileSync(room.path)];
};

describe('two processes', () => {
  it('append to one log at the same time without a broken link or a lost entry', async () => {
    const room = makeRoom();
    const runs = await Promise.all([run(room, 'a', 60), run(room, 'b', 60), run(room, 'c', 60)]);
    for (const { errors, acknowledged } of runs) expect({ errors, n: acknowledged.length }).toEqual({ errors: '', n: 60 });
    expect(oracleVerdicts(files(room))[0]).toMatchObject({ accepted: true, entries: 180 });
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 180 });
    expect(room.audit.entries({ filter: { origin: 'own' } }).total).toBe(180);
  });
});

describe('a process that is killed while it appends', () => {
  it('leaves a log that verifies and holds all that was acknowledged, at random moments', async () => {
    const room = makeRoom();
    const acknowledged: string[] = [];
    for (let round = 0; round < 15; round += 1) {
      const { acknowledged: hashes, killed } = await run(room, `r${round}`, 100_000, (round * 37) % 90);
      expect(killed).toBe(true);
      acknowledged.push(...hashes);
      expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact' });
      room.audit.append({ type: 'auto-enforcement', target: `after ${round}`, result: 'Canonical' });
    }
    const text = readFileSync(room.path, 'utf8');
    expect(acknowledged.filter((hash) => !text.includes(`\nhash: "${hash}"\n`))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(15);
    expect(oracleVerdicts(files(room))[0]).toMatchObject({ accepted: true, entries: room.audit.head().number });
  }, 120_000);

  it('leaves a log that goes on, wherever in appends and rotation it is killed', async () => {
    let killed = true;
    let deaths = 0;
    for (let step = 1; killed; step += 1) {
      const room = makeRoom({ limits: { maxLogKb: 1 << 20, maxEntries: 3 } });
      const { signal, stdout } = spawnSync(process.execPath, ['--import', KILL_AT, SCRIPT, room.workspace, 'k', '5', '3'], {
        env: { ...process.env, NIGHTGUARD_TEST_KILL_AT: String(step) },
        encoding: 'utf8',
      });
      killed = signal === 'SIGKILL';
      deaths += killed ? 1 : 0;
      const acknowledged = stdout.split('\n').filter((line) => line.length === 16);
      room.audit.append({ type: 'auto-enforcement', target: 'after', result: 'Canonical' });
      const result = await room.audit.verify({ level: 'full' });
      expect({ step, state: result.state, ...('breaks' in result ? { breaks: result.breaks } : {}) }).toEqual({
        step,
        state: 'intact',
      });
      const logs = files(room);
      for (const verdict of oracleVerdicts(logs)) expect(verdict).toMatchObject({ accepted: true });
      const text = logs.join('\n');
      expect(acknowledged.filter((hash) => !text.includes(`\nhash: "${hash}"\n`))).toEqual([]);
      // No two segments hold the same entries, and none is there twice.
      expect(room.audit.segments().length + 1).toBe(logs.length);
    }
    expect(deaths).toBeGreaterThan(20);
  }, 180_000);
});

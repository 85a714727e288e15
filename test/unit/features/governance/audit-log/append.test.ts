import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../../electron/kernel/errors.ts';
import { oracleVerdicts, oracleWrites } from '../../../../support/audit-oracle/ask-oracle.ts';
import { folderOf, makeRoom, NOON, plainEntry, renderLog, walk, type AuditRoom } from './audit-room.ts';

const entry = (target: string): { type: 'auto-enforcement'; target: string; result: 'Canonical' } => ({
  type: 'auto-enforcement',
  target,
  result: 'Canonical',
});
const log = (room: AuditRoom): Buffer => readFileSync(room.path);
const oracle = (room: AuditRoom): unknown => oracleVerdicts([log(room)])[0];

function brokenBy(room: AuditRoom): { code: string; message: string; rule: string; entry: number | null; offset: number } {
  const before = existsSync(room.path) ? log(room) : null;
  try {
    room.audit.append(entry('never'));
  } catch (error) {
    if (!(error instanceof AppError) || !('breaks' in error)) throw error;
    // Whatever is wrong with it: not a byte of it is touched.
    expect(existsSync(room.path) ? log(room) : null).toEqual(before);
    const [first] = error.breaks as { rule: string; entry: number | null; offset: number }[];
    return {
      code: error.code,
      message: error.message,
      rule: first?.rule ?? '',
      entry: first?.entry ?? null,
      offset: first?.offset ?? -1,
    };
  }
  throw new Error('It was appended');
}

function filled(count = 4): AuditRoom {
  const room = makeRoom();
  for (let n = 1; n <= count; n += 1) room.audit.append(entry(`t${n}`));
  return room;
}

describe('appending', () => {
  it('creates the log with a header and continues the chain', () => {
    const room = filled(3);
    expect(oracle(room)).toMatchObject({ accepted: true, entries: 3, head: room.audit.head().hash });
    expect(room.audit.entries().entries.map(({ target, number, origin }) => [target, number, origin])).toEqual([
      ['t3', 3, 'own'],
      ['t2', 2, 'own'],
      ['t1', 1, 'own'],
    ]);
  });

  it('returns the place of the entry in the file', () => {
    const room = filled(2);
    const { offset, length, hash } = room.audit.append({ ...entry('한국어 "x"'), reasons: ['a\nb'], notes: 'c\\d' });
    const text = log(room)
      .subarray(offset, offset + length)
      .toString();
    expect(text.startsWith('---\ntimestamp: "2026-02-15T03:00:00Z"\n') && text.endsWith(`hash: "${hash}"\n---\n`)).toBe(true);
  });

  it('takes in what another program has added in due form, and goes on from there', async () => {
    const room = filled(1);
    const foreign = walk(log(room));
    const [theirs] = oracleWrites([[plainEntry('first'), plainEntry('second')]]);
    expect(theirs).toBeDefined();
    const { renderEntry } = await import('../../../../../electron/features/governance/audit-log/format/render.ts');
    appendFileSync(room.path, renderEntry(plainEntry('theirs'), foreign.hash).text);
    room.audit.append(entry('ours'));
    expect(oracle(room)).toMatchObject({ accepted: true, entries: 3 });
    expect(room.audit.entries().entries.map(({ origin }) => origin)).toEqual(['own', 'foreign', 'own']);
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 3 });
  });

  it('adopts a log that was there before it, without changing a byte of it', () => {
    const room = makeRoom();
    room.audit.append(entry('x'));
    const old = renderLog([plainEntry('a'), plainEntry('나')], '# Old log\n\n---\n\n');
    writeFileSync(room.path, old);
    const fresh = room.amnesiac();
    fresh.append(entry('new'));
    expect(log(room).subarray(0, old.length)).toEqual(old);
    expect(oracle(room)).toMatchObject({ accepted: true, entries: 3 });
  });

  it('begins on a line of its own when the file does not end in one', () => {
    const room = filled(1);
    writeFileSync(room.path, log(room).toString().trimEnd());
    room.audit.append(entry('next'));
    appendFileSync(room.path, 'a remark, without a line end');
    room.audit.append(entry('last'));
    expect(oracle(room)).toMatchObject({ accepted: true, entries: 3 });
  });

  it('goes on after the file was only touched', () => {
    const room = filled(2);
    utimesSync(room.path, 1, 1);
    room.audit.append(entry('next'));
    expect(oracle(room)).toMatchObject({ accepted: true, entries: 3 });
  });
});

describe('a log that does not verify', () => {
  const spoil = (room: AuditRoom, change: (text: string) => string): void =>
    writeFileSync(room.path, change(log(room).toString()));

  it('is not appended to when an entry was edited; entry and byte are named', () => {
    const room = filled();
    const { offset } = room.audit.entries().entries[2] as { offset: number };
    spoil(room, (text) => text.replace('"t2"', '"t9"'));
    expect(brokenBy(room)).toMatchObject({ code: 'audit-broken', rule: 'hash-mismatch', entry: 2, offset });
    expect(brokenBy(room).message).toContain(`entry 2 at byte ${offset}`);
  });

  it('is not appended to when an edit kept size and time', () => {
    const room = filled();
    const { atime, mtime } = statSync(room.path);
    spoil(room, (text) => text.replace('"t1"', '"t9"'));
    utimesSync(room.path, atime, mtime);
    expect(brokenBy(room)).toMatchObject({ rule: 'hash-mismatch', entry: 1 });
  });

  it.each([1, 2, 3, 4])('is not appended to when it was cut off after %i entries fewer', (cut) => {
    const room = filled();
    const { entries } = room.audit.entries();
    truncateSync(room.path, (entries[cut - 1] as { offset: number }).offset);
    expect(brokenBy(room)).toMatchObject({ rule: 'log-truncated', entry: 5 - cut });
  });

  it('is not appended to when it is gone', () => {
    const room = filled();
    truncateSync(room.path, 0);
    expect(brokenBy(room)).toMatchObject({ rule: 'log-truncated', entry: 1, offset: 0 });
  });

  it('is not appended to when its history was written anew with valid hashes', () => {
    const room = filled();
    const forged = ['t1', 'forged', 't3', 't4'].map((name) => plainEntry(name, { type: 'auto-enforcement', reasons: [] }));
    const header = log(room).toString().split('---\ntimestamp')[0] as string;
    writeFileSync(room.path, renderLog(forged, header));
    expect(oracle(room)).toMatchObject({ accepted: true });
    expect(brokenBy(room)).toMatchObject({ rule: 'history-rewritten', entry: 2 });
  });

  it('is not appended to when bytes that no hash covers were changed', () => {
    const room = filled();
    spoil(room, (text) => text.replace('# AAOS Audit Log', '# Another title!'));
    expect(oracle(room)).toMatchObject({ accepted: true });
    expect(brokenBy(room)).toMatchObject({ rule: 'bytes-changed', entry: 1, offset: 0 });
  });

  it('lets no single flipped bit pass once the database knows the log', async () => {
    const room = filled(2);
    const sound = log(room);
    const unnoticed: number[] = [];
    for (let at = 0; at < sound.length; at += 1) {
      const copy = Buffer.from(sound);
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(room.path, copy);
      if ((await room.audit.verify({ level: 'full' })).state !== 'broken') unnoticed.push(at);
    }
    // The line end after the last entry is nobody's yet: it becomes the next entry's.
    expect(unnoticed.filter((at) => at < sound.length - 1)).toEqual([]);
    writeFileSync(room.path, sound);
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 2 });
  });

  it('stays as the database remembers it after a refusal in the middle of taking in', async () => {
    const room = filled(2);
    const { renderEntry } = await import('../../../../../electron/features/governance/audit-log/format/render.ts');
    const good = renderEntry(plainEntry('theirs'), room.audit.head().hash);
    appendFileSync(room.path, good.text + renderEntry(plainEntry('bad'), 'GENESIS').text);
    room.database.transaction(() => expect(() => room.audit.append(entry('x'))).toThrow(AppError));
    expect(room.audit.head().number).toBe(2);
    expect(room.audit.entries().total).toBe(2);
  });
});

describe('an append that was interrupted', () => {
  it('is completed when the end of the file is a beginning of what was being written, at every byte', () => {
    const room = filled(2);
    const before = log(room);
    room.database.run('CREATE TABLE keep AS SELECT * FROM audit_head');
    room.audit.append(entry('third'));
    const whole = log(room);
    for (let size = before.length + 1; size < whole.length; size += 7) {
      // As a crash leaves it: the transaction is lost, some bytes are on the disk.
      room.database.run('DELETE FROM audit_entries WHERE number > 2');
      room.database.run('INSERT OR REPLACE INTO audit_head SELECT * FROM keep');
      truncateSync(room.path, size);
      room.audit.rotateIfNeeded();
      expect(log(room)).toEqual(whole);
      expect(room.audit.entries().entries[0]).toMatchObject({ number: 3, target: 'third', origin: 'own' });
    }
  });

  it('is broken when the end is anything else', () => {
    const room = filled(2);
    const before = log(room);
    room.database.run('CREATE TABLE keep AS SELECT * FROM audit_head');
    room.audit.append(entry('third'));
    room.database.run('DELETE FROM audit_entries WHERE number > 2');
    room.database.run('INSERT OR REPLACE INTO audit_head SELECT * FROM keep');
    writeFileSync(room.path, Buffer.concat([before, Buffer.from('---\ntimestamp: "2027')]));
    expect(brokenBy(room)).toMatchObject({ rule: 'unclosed-block', offset: before.length });
  });

  it('leaves nothing behind when the journal was written but not one byte of the entry', () => {
    const room = filled(2);
    const before = log(room);
    room.audit.append(entry('third'));
    truncateSync(room.path, before.length);
    expect(brokenBy(room)).toMatchObject({ rule: 'log-truncated', entry: 3 });
  });
});

describe('the viewer’s list', () => {
  it('is paged and filtered, newest first', () => {
    const room = makeRoom();
    for (let n = 0; n < 10; n += 1) {
      room.clock.set(NOON + n * 60_000);
      room.audit.append({
        type: n % 2 === 0 ? 'auto-enforcement' : 'blueprint-judgment',
        target: `p/${n}`,
        result: 'Canonical',
        reasons: [`r%${n}`],
      });
    }
    expect(room.audit.entries({ offset: 2, limit: 3 }).entries.map(({ target }) => target)).toEqual(['p/7', 'p/6', 'p/5']);
    expect(room.audit.entries({ filter: { type: 'blueprint-judgment' } }).total).toBe(5);
    expect(room.audit.entries({ filter: { text: 'R%3' } }).entries.map(({ target }) => target)).toEqual(['p/3']);
    expect(room.audit.entries({ filter: { from: '2026-02-15T03:08:00Z' } }).total).toBe(2);
    expect(room.audit.entries({ filter: { text: '_' } }).total).toBe(0);
  });

  it('is empty for a log that was never written, and looking creates nothing', async () => {
    const room = makeRoom();
    expect(room.audit.entries()).toEqual({ entries: [], total: 0 });
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 0 });
    expect(existsSync(join(folderOf(room.path), 'AUDIT_LOG.md'))).toBe(false);
  });
});

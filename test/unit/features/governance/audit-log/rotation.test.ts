import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditBroken } from '../../../../../electron/features/governance/audit-log/index.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { folderOf, makeRoom, type AuditRoom } from './audit-room.ts';

const tight = { limits: { maxLogKb: 1 << 20, maxEntries: 5 } };

function filled(count: number, options = tight): AuditRoom {
  const room = makeRoom(options);
  for (let n = 1; n <= count; n += 1) room.audit.append({ type: 'auto-enforcement', target: `t${n}`, result: 'Canonical' });
  return room;
}

const archiveOf = (room: AuditRoom): string => join(folderOf(room.path), '_archive');
const closed = (room: AuditRoom): string[] => readdirSync(archiveOf(room)).toSorted();

describe('rotation', () => {
  it('closes a segment at the limit of entries; each file verifies by itself for the original', async () => {
    const room = filled(14);
    const names = closed(room);
    expect(names).toHaveLength(3);
    const files = [...names.map((name) => readFileSync(join(archiveOf(room), name))), readFileSync(room.path)];
    expect(oracleVerdicts(files)).toMatchObject([{ accepted: true }, { accepted: true }, { accepted: true }, { accepted: true }]);
    const result = await room.audit.verify({ level: 'full' });
    expect(result).toMatchObject({ state: 'intact', segments: 4, entries: 17 });
    const targets = room.audit
      .entries({ limit: 50 })
      .entries.map(({ target }) => target)
      .filter((target) => target.startsWith('t'));
    expect(targets.toReversed()).toEqual(Array.from({ length: 14 }, (_, index) => `t${index + 1}`));
  });

  it('closes a segment at the limit of size and seals it with its end hash', () => {
    const room = filled(12, { limits: { maxLogKb: 1, maxEntries: 1000 } });
    const [first] = room.audit.segments();
    expect(first?.path).toContain(first?.endHash);
    expect(readFileSync(room.path, 'utf8')).toContain('audit-segment: ');
    expect(room.audit.segments().length).toBeGreaterThan(1);
  });

  it('finds a change, a loss and an exchange of a closed segment', async () => {
    const room = filled(14);
    const [first = '', second = ''] = closed(room);
    const file = join(archiveOf(room), first);
    const sound = readFileSync(file);
    const rules = async (): Promise<unknown> => {
      const result = await room.audit.verify({ level: 'full' });
      return result.state === 'broken' ? result.breaks.map(({ rule, segment }) => `${rule} ${segment}`) : result.state;
    };
    writeFileSync(file, sound.toString().replace('"t2"', '"t9"'));
    expect(await rules()).toEqual([
      'segment-changed 1',
      'hash-mismatch 1',
      'history-rewritten 1',
      'history-rewritten 1',
      'history-rewritten 1',
      'history-rewritten 1',
    ]);
    writeFileSync(file, readFileSync(join(archiveOf(room), second)));
    expect(await rules()).toContain('segment-changed 1');
    rmSync(file);
    expect(await rules()).toEqual(['segment-missing 1']);
    writeFileSync(file, sound);
    expect(await rules()).toBe('intact');
  });

  it('goes on across all segments for a database that knows nothing', async () => {
    const room = filled(14);
    const fresh = room.amnesiac();
    expect(await fresh.verify({ level: 'full' })).toMatchObject({
      state: 'intact',
      segments: 4,
      entries: 17,
      full: room.audit.head().full,
    });
    fresh.append({ type: 'auto-enforcement', target: 'next', result: 'Canonical' });
    expect(fresh.head().number).toBe(18);
  });

  it('refuses a log whose bridge names a segment that is not there, also for a database that knows nothing', () => {
    const room = filled(7);
    rmSync(join(archiveOf(room), closed(room)[0] ?? ''));
    expect(() => room.amnesiac().append({ type: 'x', target: 'y', result: 'z' })).toThrow(AuditBroken);
  });

  it('takes an entry that another program adds right after the exchange', async () => {
    const room = filled(6);
    const { renderEntry } = await import('../../../../../electron/features/governance/audit-log/format/render.ts');
    const { plainEntry } = await import('./audit-room.ts');
    appendFileSync(room.path, renderEntry(plainEntry('theirs'), room.audit.head().hash).text);
    room.audit.append({ type: 'x', target: 'y', result: 'z' });
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact' });
  });

  it('rotates nothing while there is nothing to rotate', () => {
    const room = makeRoom(tight);
    expect(room.audit.rotateIfNeeded()).toBe(false);
    expect(existsSync(room.path)).toBe(false);
  });
});

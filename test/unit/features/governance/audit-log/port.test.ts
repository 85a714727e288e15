import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGuardedFiles, type GuardedFiles } from '../../../../../electron/features/governance/audit-log/index.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { makeRoom, plainEntry, type AuditRoom } from './audit-room.ts';
import { renderEntry } from '../../../../../electron/features/governance/audit-log/format/render.ts';

const act = { type: 'update.apply', target: 'release 1', actor: 'nightguard', paths: ['a.py', 'b.py'] };
const put = (room: AuditRoom, name: string, text: string): void => writeFileSync(join(room.workspace, name), text);

describe('the audit port', () => {
  it('writes the intent before and the outcome after, with the hashes of what was touched', () => {
    const room = makeRoom();
    const port = room.audit.asPort();
    put(room, 'a.py', 'old');
    const intent = port.intent(act);
    expect(room.audit.openIntents()).toMatchObject([
      {
        number: intent,
        act,
        before: [
          { path: 'a.py', hash: sha256('old') },
          { path: 'b.py', state: 'absent' },
        ],
      },
    ]);
    put(room, 'a.py', 'new');
    port.outcome(intent, { result: 'done', reasons: ['r'] });
    expect(room.audit.openIntents()).toEqual([]);
    expect(room.audit.touchedBy(intent)?.after).toMatchObject([
      { path: 'a.py', hash: sha256('new') },
      { path: 'b.py', state: 'absent' },
    ]);
    expect(room.audit.entries({ filter: { act: intent } }).entries).toMatchObject([
      {
        type: 'auto-enforcement',
        target: 'release 1',
        result: 'Canonical',
        reasons: ['act: update.apply', 'by: nightguard', 'outcome: done', 'r', 'paths: a.py, b.py'],
      },
    ]);
    expect(oracleVerdicts([readFileSync(room.path)])[0]).toMatchObject({ accepted: true, entries: 1 });
  });

  it('refuses an intent while the log does not verify', () => {
    const room = makeRoom();
    room.audit.append({ type: 'x', target: 'y', result: 'z' });
    rmSync(room.path);
    expect(() => room.audit.asPort().intent(act)).toThrow('The audit log is broken');
    expect(room.audit.openIntents()).toEqual([]);
  });

  it('never refuses an outcome: the entry is owed until the log takes it', () => {
    const room = makeRoom();
    const port = room.audit.asPort();
    room.audit.append({ type: 'x', target: 'y', result: 'z' });
    const intent = port.intent(act);
    const sound = readFileSync(room.path);
    writeFileSync(room.path, 'vandalised');
    port.outcome(intent, { result: 'failed', reasons: [] });
    expect(room.audit.openIntents()).toEqual([]);
    expect(room.audit.payDebts()).toBe(1);
    writeFileSync(room.path, sound);
    expect(room.audit.payDebts()).toBe(0);
    expect(room.audit.entries().entries[0]).toMatchObject({ act: intent, result: 'Non-Canonical' });
  });

  it('writes one entry for an outcome that is told twice, and another for one that differs', () => {
    const room = makeRoom();
    const port = room.audit.asPort();
    const intent = port.intent(act);
    port.outcome(intent, { result: 'done', reasons: [] });
    port.outcome(intent, { result: 'done', reasons: [] });
    expect(room.audit.entries().total).toBe(1);
    port.outcome(intent, { result: 'taken-back', reasons: ['changed my mind'] });
    expect(room.audit.entries().total).toBe(2);
  });

  it('keeps the entry in the log when the transaction around the outcome is lost', async () => {
    const room = makeRoom();
    const port = room.audit.asPort();
    const intent = port.intent(act);
    const lost = (): void =>
      room.database.transaction(() => {
        port.outcome(intent, { result: 'done', reasons: [] });
        throw new Error('power');
      });
    expect(lost).toThrow('power');
    expect(room.audit.openIntents()).toHaveLength(1);
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 1 });
    expect(room.audit.entries().entries[0]).toMatchObject({ act: intent, origin: 'own' });
  });

  it('finds that entry when the outcome is told again, and does not double it', async () => {
    const room = makeRoom();
    const port = room.audit.asPort();
    const intent = port.intent(act);
    const lost = (): void =>
      room.database.transaction(() => {
        port.outcome(intent, { result: 'done', reasons: ['why'] });
        throw new Error('power');
      });
    expect(lost).toThrow('power');
    port.outcome(intent, { result: 'done', reasons: ['why'] });
    expect(room.audit.openIntents()).toEqual([]);
    expect(room.audit.payDebts()).toBe(0);
    expect(await room.audit.verify({ level: 'full' })).toMatchObject({ state: 'intact', entries: 1 });
  });
});

describe('guarded files', () => {
  const guard = (room: AuditRoom, ...paths: string[]): GuardedFiles =>
    createGuardedFiles({ workspace: room.workspace, paths: () => paths, database: room.database, clock: room.clock });

  it('are listed when they changed, came or went without an entry', () => {
    const room = makeRoom();
    put(room, 'DNA.md', 'one');
    put(room, 'gone.md', 'x');
    const files = guard(room, 'DNA.md', 'gone.md', 'new.md');
    files.begin();
    expect(files.findUnlogged()).toEqual([]);
    put(room, 'DNA.md', 'two');
    put(room, 'new.md', 'n');
    rmSync(join(room.workspace, 'gone.md'));
    expect(files.findUnlogged().map(({ path, change }) => [path, change])).toEqual([
      ['DNA.md', 'changed'],
      ['gone.md', 'removed'],
      ['new.md', 'created'],
    ]);
  });

  it('are not absolved by an act that named others', () => {
    const room = makeRoom();
    put(room, 'DNA.md', 'one');
    put(room, 'README.md', 'one');
    const files = guard(room, 'DNA.md', 'README.md');
    files.begin();
    const port = room.again({ onOutcome: (paths) => files.record(paths) }).asPort();
    const intent = port.intent({ ...act, paths: ['README.md'] });
    put(room, 'README.md', 'two');
    put(room, 'DNA.md', 'two');
    port.outcome(intent, { result: 'done', reasons: [] });
    expect(files.findUnlogged()).toMatchObject([{ path: 'DNA.md', change: 'changed' }]);
  });

  it('are fine when another program logged the change in due form', async () => {
    const room = makeRoom();
    put(room, 'DNA.md', 'one');
    room.audit.append({ type: 'x', target: 'y', result: 'z' });
    const files = guard(room, 'DNA.md');
    files.begin();
    put(room, 'DNA.md', 'two');
    writeFileSync(room.path, renderEntry(plainEntry('DNA.md'), room.audit.head().hash).text, { flag: 'a' });
    expect(files.findUnlogged()).toHaveLength(1);
    await room.audit.verify();
    expect(files.findUnlogged()).toEqual([]);
  });

  it('that cannot be read are never fine', () => {
    const room = makeRoom();
    put(room, 'DNA.md', 'one');
    const files = guard(room, 'DNA.md', '../outside');
    files.begin();
    rmSync(join(room.workspace, 'DNA.md'));
    symlinkSync('/etc/hostname', join(room.workspace, 'DNA.md'));
    expect(files.findUnlogged().map(({ path, change }) => [path, change])).toEqual([
      ['../outside', 'unreadable'],
      ['DNA.md', 'unreadable'],
    ]);
  });
});

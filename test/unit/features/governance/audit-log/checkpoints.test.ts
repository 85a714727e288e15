import { createPublicKey, hash, verify } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNote, parseBody, parseVerifierKey } from '../../../../../electron/features/governance/audit-log/index.ts';
import { createFileSecrets } from '../../../../../electron/platform/headless/file-secrets.ts';
import { makeRoom, plainEntry, renderLog, type AuditRoom } from './audit-room.ts';

function signedRoom(): AuditRoom & { folder: string } {
  const room = makeRoom();
  const folder = join(room.workspace, 'elsewhere');
  const audit = room.again({ secrets: createFileSecrets(join(room.workspace, 'keys')), checkpointFolder: () => folder });
  return { ...room, audit, folder };
}

const add = (room: AuditRoom, ...targets: string[]): void => {
  for (const target of targets) room.audit.append({ type: 'auto-enforcement', target, result: 'Canonical' });
};

describe('checkpoints', () => {
  it('are signed notes that anybody can check with the public key alone', async () => {
    const room = signedRoom();
    add(room, 'a', 'b');
    const made = await room.audit.checkpoint();
    const key = await room.audit.verifierKey();
    // By hand, from https://c2sp.org/signed-note, without the code under test.
    const [name = '', id = '', blob = ''] = key.split('+', 2).concat(key.split('+').slice(2).join('+'));
    const raw = Buffer.from(blob, 'base64').subarray(1);
    const [text = '', signatures = ''] = (made?.note ?? '').split('\n\n');
    const bytes = Buffer.from(signatures.trim().split(' ')[2] ?? '', 'base64');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
    expect(hash('sha256', Buffer.concat([Buffer.from(`${name}\n\x01`), raw]), 'hex').slice(0, 8)).toBe(id);
    expect(bytes.subarray(0, 4).toString('hex')).toBe(id);
    expect(
      verify(null, Buffer.from(`${text}\n`), createPublicKey({ key: spki, format: 'der', type: 'spki' }), bytes.subarray(4)),
    ).toBe(true);
    expect(parseBody(`${text}\n`)).toMatchObject({
      entries: 2,
      full: room.audit.head().full,
      hash: room.audit.head().hash,
      origin: name,
    });
    expect(readFileSync(join(room.folder, `checkpoint-000000002-${name}.txt`), 'utf8')).toBe(made?.note);
    expect(readFileSync(join(room.folder, `${name}.vkey`), 'utf8')).toBe(`${key}\n`);
  });

  it('do not open with another key or after any change', async () => {
    const room = signedRoom();
    add(room, 'a');
    const note = (await room.audit.checkpoint())?.note ?? '';
    const verifier = parseVerifierKey(await room.audit.verifierKey());
    if (verifier === null) throw new Error('no key');
    expect(openNote(note, verifier)).not.toBeNull();
    for (let at = 0; at < note.length; at += 1) {
      const changed = note.slice(0, at) + String.fromCharCode(note.charCodeAt(at) ^ 1) + note.slice(at + 1);
      // The last base64 character has two bits that mean nothing.
      if (
        Buffer.from(changed.trim().split(' ').at(-1) ?? '', 'base64').equals(
          Buffer.from(note.trim().split(' ').at(-1) ?? '', 'base64'),
        ) &&
        at > note.length - 5
      )
        continue;
      expect(openNote(changed, verifier), `at ${at}`).toBeNull();
    }
  });

  it('find a tail that was cut off, even when the database was lost with it', async () => {
    const room = signedRoom();
    add(room, 'a', 'b', 'c');
    await room.audit.checkpoint();
    const { offset } = room.audit.entries().entries[0] as { offset: number };
    truncateSync(room.path, offset);
    const fresh = room.amnesiac({
      secrets: createFileSecrets(join(room.workspace, 'keys')),
      checkpointFolder: () => room.folder,
    });
    for (const level of ['quick', 'full'] as const) {
      const result = await fresh.verify({ level });
      expect(result).toMatchObject({ state: 'broken', breaks: [{ rule: 'checkpoint-differs', entry: 3, offset }] });
    }
  });

  it('find a history that was written anew, even when the database was lost with it', async () => {
    const room = signedRoom();
    add(room, 'a', 'b', 'c');
    await room.audit.checkpoint();
    writeFileSync(room.path, renderLog(['a', 'forged', 'c', 'd'].map((name) => plainEntry(name))));
    const fresh = room.amnesiac({
      secrets: createFileSecrets(join(room.workspace, 'keys')),
      checkpointFolder: () => room.folder,
    });
    expect(await fresh.verify({ level: 'full' })).toMatchObject({
      state: 'broken',
      breaks: [{ rule: 'checkpoint-differs', entry: 3 }],
    });
  });

  it('count one by one: an old one that differs is not hidden by a new one for as many entries', async () => {
    const room = signedRoom();
    add(room, 'a', 'b');
    const old = (await room.audit.checkpoint())?.note ?? '';
    writeFileSync(room.path, renderLog([plainEntry('a'), plainEntry('forged')]));
    const fresh = room.amnesiac({ secrets: createFileSecrets(join(room.workspace, 'keys')), checkpointFolder: () => null });
    await fresh.verify();
    await fresh.checkpoint();
    for (const level of ['quick', 'full'] as const) {
      expect(await fresh.verify({ level })).toMatchObject({ state: 'intact' });
      expect(await fresh.verify({ level, notes: [old] })).toMatchObject({
        state: 'broken',
        breaks: [{ rule: 'checkpoint-differs', entry: 2 }],
      });
    }
  });

  it('that were tampered with are breaks themselves; a note that was kept elsewhere can be given', async () => {
    const room = signedRoom();
    add(room, 'a');
    const note = (await room.audit.checkpoint())?.note ?? '';
    expect(await room.audit.verify({ notes: [note] })).toMatchObject({ state: 'intact' });
    expect(await room.audit.verify({ notes: [note.replace('\n1\n', '\n2\n')] })).toMatchObject({
      state: 'broken',
      breaks: [{ rule: 'checkpoint-invalid' }],
    });
  });

  it('stay in the database when the folder cannot be written, and say so', async () => {
    const room = signedRoom();
    add(room, 'a');
    writeFileSync(room.folder, 'a file in its place');
    const made = await room.audit.checkpoint();
    expect(made).toMatchObject({ path: null, entries: 1 });
    expect(made?.problem).toBeTruthy();
    // And what cannot be looked at is not said to be fine.
    expect(await room.audit.verify()).toMatchObject({ state: 'unchecked' });
  });

  it('are not made for an empty log', async () => {
    expect(await signedRoom().audit.checkpoint()).toBeNull();
  });
});

describe('the file store for secrets', () => {
  it('keeps each secret in a file that only its owner can read', async () => {
    const room = makeRoom();
    const folder = join(room.workspace, 'keys');
    mkdirSync(folder, { mode: 0o755 });
    const secrets = createFileSecrets(folder);
    expect(await secrets.get('a-key')).toBeNull();
    await secrets.set('a-key', 'value');
    expect(await secrets.get('a-key')).toBe('value');
    expect(readdirSync(folder)).toEqual(['a-key']);
    if (process.platform !== 'win32')
      expect([statSync(folder).mode & 0o777, statSync(join(folder, 'a-key')).mode & 0o777]).toEqual([0o700, 0o600]);
    await expect(secrets.set('../x', 'y')).rejects.toThrow('not the name of a secret');
  });
});

import { execFileSync } from 'node:child_process';
import {
  chmodSync, closeSync, cpSync, existsSync, lutimesSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync,
  utimesSync, writeFileSync, writeSync,
} from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mountPoints } from '../../../../../electron/features/governance/dissolution/mounts.ts';
import { recoverDissolutions } from '../../../../../electron/features/governance/dissolution/index.ts';
import { createDissolutionRoom, fingerprint, type DissolutionRoom } from './dissolution-room.ts';

let room: DissolutionRoom;
beforeEach(() => {
  room = createDissolutionRoom();
});
afterEach(() => room.dispose());

const onLinux = process.platform === 'linux';
const asRoot = onLinux && process.getuid?.() === 0;

describe('what comes back when the archive is copied back', () => {
  test('is byte for byte what was there: names, modes, times, links and empty folders', async () => {
    const nfd = '한글 폴더'.normalize('NFD');
    room.write({
      [`swarm/scout/${nfd}/노트.md`]: '내용\n',
      'swarm/scout/노트.md': 'NFC\n',
      [`swarm/scout/${'노트.md'.normalize('NFD')}`]: 'NFD\n',
      'swarm/scout/two\nlines & "quotes" \u202e.txt': 'odd\n',
      'swarm/scout/Case.txt': 'upper\n',
      'swarm/scout/case.txt': 'lower\n',
      'swarm/scout/run.sh': '#!/bin/sh\n',
      'swarm/scout/empty.bin': '',
      'swarm/scout/.hidden': '\0\xff binary',
    });
    mkdirSync(room.at('swarm/scout/empty/deeper'), { recursive: true });
    symlinkSync('../../nowhere', room.at('swarm/scout/link'));
    chmodSync(room.at('swarm/scout/run.sh'), 0o755);
    chmodSync(room.at('swarm/scout/.hidden'), 0o400);
    chmodSync(room.at('swarm/scout/empty'), 0o750);
    utimesSync(room.at('swarm/scout/run.sh'), 1_000_000_000.125, 1_000_000_000.125);
    lutimesSync(room.at('swarm/scout/link'), 1_100_000_000, 1_100_000_000);
    utimesSync(room.at('swarm/scout/empty'), 1_200_000_000.5, 1_200_000_000.5);
    const before = fingerprint(room.at('swarm/scout'));

    const plan = await room.approved();
    expect(await room.run(plan)).toMatchObject({ outcome: 'dissolved', left: [] });
    expect(existsSync(room.at('swarm/scout'))).toBe(false);
    expect(fingerprint(room.at(plan.archivePath))).toEqual(before);
    cpSync(room.at(plan.archivePath), room.at('swarm/scout'), {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    });
    const restored = fingerprint(room.at('swarm/scout'));
    const content = (all: Record<string, string>): string[] =>
      Object.entries(all).map(([path, seen]) => `${path} ${seen.split(' ').slice(2).join(' ')}`);
    expect(content(restored).sort()).toEqual(content(before).sort());
  });

  test('holds for 10,000 files too', async () => {
    for (let index = 0; index < 10_000; index += 1) {
      const folder = room.at(`swarm/scout/part${index % 50}`);
      if (index < 50) mkdirSync(folder);
      writeFileSync(join(folder, `file${index}.txt`), `content ${index}\n`);
    }
    const before = fingerprint(room.at('swarm/scout'));
    const plan = await room.approved();
    const seen: string[] = [];
    const effects = { ...room.effects, onProgress: ({ phase }: { phase: string }) => void seen.push(phase) };
    expect(await room.run(plan, effects)).toMatchObject({ outcome: 'dissolved', left: [] });
    expect(fingerprint(room.at(plan.archivePath))).toEqual(before);
    expect(new Set(seen)).toEqual(new Set(['archiving', 'applying']));
    // What a person is asked about stays readable.
    expect((room.approvals.get(1)?.diff ?? '').split('\n').length).toBeLessThan(700);
  }, 120_000);
});

test('a README that could not be written to is of no concern to an ordinary structure', async () => {
  rmSync(room.at('README.md'));
  symlinkSync(room.at('nowhere'), room.at('README.md'));
  expect(await room.planned()).toMatchObject({ ok: true });
});

test('a Korean name is found in either Unicode form, and stays as the disk spells it', async () => {
  const onDisk = `swarm/${'정찰대'.normalize('NFD')}`;
  room.write({ [`${onDisk}/DNA.md`]: '---\nname: "정찰/../대"\n---\n', [`${onDisk}/메모.md`]: '내용\n' });
  const plan = await room.approved(`swarm/${'정찰대'.normalize('NFC')}`);
  expect(plan.structure).toBe(onDisk);
  expect(plan.archivePath).toBe('_archive/정찰-대/2026-02-15T12-00-00Z');
  expect(await room.run(plan)).toMatchObject({ outcome: 'dissolved', left: [] });
  expect(readdirSync(room.at('swarm'))).toEqual(['scout']);
});

describe('never', () => {
  test('a name that hides another one: a folder that is the immune system on some disk, or Nightguard’s own', async () => {
    room.write({ '02_aaos-immune_SYSTEM/DNA.md': '---\n---\n', '.nightguard/x/DNA.md': '---\n---\n' });
    expect(await room.planned('02_aaos-immune_SYSTEM')).toEqual({ ok: false, refusal: 'holds-the-constitution' });
    expect(await room.planned('.nightguard/x')).toEqual({ ok: false, refusal: 'holds-nightguard' });
    expect(await room.planned('.nightguard')).toEqual({ ok: false, refusal: 'holds-nightguard' });
  });

  test('a structure that holds a log, or a closed segment of one', async () => {
    room.write({ 'swarm/scout/old/AUDIT_LOG_20260101T000000Z_0001_ab.md': 'sealed\n' });
    expect(await room.planned()).toEqual({ ok: false, refusal: 'holds-an-audit-log' });
  });

  test('a way through a link that was put there after the approval', async () => {
    const plan = await room.approved();
    renameSync(room.at('swarm'), room.at('elsewhere'));
    symlinkSync(room.at('elsewhere'), room.at('swarm'));
    expect(await room.run(plan)).toMatchObject({
      outcome: 'taken-back',
      reason: expect.stringContaining('symbolic link') as string,
    });
    expect(existsSync(room.at('elsewhere/scout/DNA.md'))).toBe(true);
  });

  test('an archive that leads elsewhere', async () => {
    mkdirSync(room.at('target'));
    symlinkSync(room.at('target'), room.at('_archive'));
    const plan = await room.approved();
    expect(await room.run(plan)).toMatchObject({ outcome: 'taken-back' });
    expect(readdirSync(room.at('target'))).toEqual([]);
    expect(existsSync(room.at('swarm/scout/DNA.md'))).toBe(true);
  });

  test.runIf(onLinux)('what cannot be read or is no file: a pipe, a name that is no Unicode', async () => {
    execFileSync('mkfifo', [room.at('swarm/scout/pipe')]);
    await expect(room.planned()).rejects.toMatchObject({ code: 'source-unreadable' });
    rmSync(room.at('swarm/scout/pipe'));
    writeFileSync(Buffer.concat([Buffer.from(`${room.at('swarm/scout')}/`), Buffer.from([0xff, 0xfe])]), 'x');
    await expect(room.planned()).rejects.toMatchObject({
      code: 'source-unreadable',
      message: expect.stringContaining('Unicode') as string,
    });
  });

  test.runIf(asRoot)('a file that this user may not read', async () => {
    room.write({ 'swarm/scout/secret.txt': 'x' });
    chmodSync(room.at('swarm/scout/secret.txt'), 0o000);
    chmodSync(room.workspace, 0o755);
    process.seteuid?.(65_534);
    try {
      await expect(room.planned()).rejects.toMatchObject({ code: 'source-unreadable' });
    } finally {
      process.seteuid?.(0);
    }
    expect(readFileSync(room.at('swarm/scout/secret.txt'), 'utf8')).toBe('x');
  });

  test.runIf(onLinux)('a file that a program still writes to', async () => {
    room.write({ 'swarm/scout/live.txt': 'one\n' });
    const plan = await room.approved();
    const descriptor = openSync(room.at('swarm/scout/live.txt'), 'a');
    try {
      expect(await room.run(plan)).toMatchObject({
        outcome: 'taken-back',
        reason: expect.stringContaining('open for writing') as string,
      });
      writeSync(descriptor, 'two\n');
    } finally {
      closeSync(descriptor);
    }
    expect(readFileSync(room.at('swarm/scout/live.txt'), 'utf8')).toBe('one\ntwo\n');
  });

  test.runIf(onLinux)('a file that a program has begun to write to since the archive was made', async () => {
    room.write({ 'swarm/scout/live.txt': 'one\n' });
    const plan = await room.approved();
    let descriptor = -1;
    const { journal } = room.effects;
    const advance: typeof journal.advance = (id, step) => {
      if (step === 'removing') descriptor = openSync(room.at('swarm/scout/live.txt'), 'a');
      journal.advance(id, step);
    };
    const outcome = await room.run(plan, { ...room.effects, journal: { ...journal, advance } });
    writeSync(descriptor, 'two\n');
    closeSync(descriptor);
    expect(outcome).toMatchObject({ outcome: 'dissolved', left: ['live.txt'] });
    expect(readFileSync(room.at('swarm/scout/live.txt'), 'utf8')).toBe('one\ntwo\n');
  });
});

describe.runIf(asRoot && canMount())('where something is mounted', () => {
  const mounted: string[] = [];
  afterEach(() => {
    for (const folder of mounted.splice(0)) execFileSync('umount', ['-l', folder]);
  });
  const mount = (...args: [...string[], string]): void => {
    execFileSync('mount', args, { stdio: 'ignore' });
    mounted.push(args.at(-1) ?? '');
  };

  test('another file system below the structure is not looked into', async () => {
    mkdirSync(room.at('swarm/scout/다른 장치'));
    mount('-t', 'tmpfs', 'tmpfs', room.at('swarm/scout/다른 장치'));
    await expect(room.planned()).rejects.toMatchObject({ code: 'unsafe-path' });
  });

  test('nor is a folder of the same disk that only appears here', async () => {
    room.write({ 'outside/precious.txt': 'precious\n' });
    mkdirSync(room.at('swarm/scout/bound'));
    mount('--bind', room.at('outside'), room.at('swarm/scout/bound'));
    await expect(room.planned()).rejects.toMatchObject({ code: 'unsafe-path' });
    expect(readFileSync(room.at('outside/precious.txt'), 'utf8')).toBe('precious\n');
  });

  test('a disk that fills up while the archive is made takes it all back', async () => {
    mkdirSync(room.at('_archive'));
    mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', room.at('_archive'));
    room.write(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`swarm/scout/big${index}.bin`, 'x'.repeat(4000)])));
    const before = fingerprint(room.at('swarm/scout'));
    const plan = await room.approved();
    expect(await room.run(plan)).toMatchObject({
      outcome: 'taken-back',
      reason: expect.stringContaining('disk is full') as string,
    });
    expect(fingerprint(room.at('swarm/scout'))).toEqual(before);
    expect(existsSync(room.at('swarm/scout/DISSOLUTION_SUMMARY.md'))).toBe(false);
    expect(readdirSync(room.at('_archive'))).toEqual([]);
    expect(room.effects.journal.open()).toEqual([]);
  });
});

function canMount(): boolean {
  try {
    const folder = execFileSync('mktemp', ['-d'], { encoding: 'utf8' }).trim();
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

test('mount points are read with their escapes', () => {
  const line = String.raw`36 35 98:0 /mnt1 /a\040b/한글\134x rw,noatime master:1 - ext3 /dev/root rw`;
  expect(mountPoints(`${line}\n`)).toEqual(['/a b/한글\\x']);
});

test('an archive that was damaged before the removal ended holds everything up until it is whole again', async () => {
  room.write({ 'swarm/scout/a.txt': 'a\n', 'swarm/scout/b.txt': 'b\n' });
  const plan = await room.approved();
  class Killed extends Error {}
  const { journal } = room.effects;
  const advance: typeof journal.advance = (id, step) => {
    journal.advance(id, step);
    if (step === 'removing') throw new Killed();
  };
  const finish: typeof journal.finish = () => {
    throw new Killed();
  };
  await expect(room.run(plan, { ...room.effects, journal: { ...journal, advance, finish } })).rejects.toThrow(Killed);
  const copy = room.at(plan.archivePath, 'a.txt');
  writeFileSync(copy, 'damaged\n');
  expect(await recoverDissolutions(room.effects)).toMatchObject([{ ended: { outcome: 'unfinished' } }]);
  expect(readFileSync(room.at('swarm/scout/a.txt'), 'utf8')).toBe('a\n');
  expect(journal.open()).toMatchObject([{ structure: 'swarm/scout' }]);
  writeFileSync(copy, 'a\n');
  expect(await recoverDissolutions(room.effects)).toMatchObject([{ ended: { outcome: 'dissolved', left: [] } }]);
  expect(existsSync(room.at('swarm/scout'))).toBe(false);
});

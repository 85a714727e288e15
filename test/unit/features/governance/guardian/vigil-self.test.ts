import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { writeManifest } from '../../../../../build/manifest/bundle-manifest.ts';
import { createGuardian } from '../../../../../electron/guardian.ts';
import type { Guardian } from '../../../../../electron/guardian-api.ts';
import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { createFileSecrets } from '../../../../../electron/platform/headless/file-secrets.ts';
import { DNA, person } from './immune-room.ts';
import { createVigilRoom, DAY, problemsOf, until, type VigilRoom } from './vigil-room.ts';

let room: VigilRoom;
beforeEach(() => {
  room = createVigilRoom();
});
afterEach(() => room.dispose());

const violated = async (guardian: Guardian): Promise<string[]> =>
  (await guardian.governance.vigil.checkSelf())
    .filter(({ result, check }: SelfCheck) => result === 'violated' && check === 'integrity')
    .map(({ subject }) => subject);

test('the first look records what the immune system is, and the log says so', async () => {
  const guardian = await room.watching();
  expect(await violated(guardian)).toEqual([]);
  expect((await guardian.governance.constitution(false)).self.filter(({ check }) => check === 'integrity')).toEqual(
    [
      '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md',
      DNA,
      '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md',
      'METADoctrine.md',
      'README.md',
    ].map((subject) => ({ check: 'integrity', subject, result: 'ok', detail: '' })),
  );
  expect(room.log().toString()).toMatch(/immune system recorded.*first adoption.*5 files.*manifest: sha256:[0-9a-f]{64}/s);
  expect(
    room
      .log()
      .toString()
      .match(/first adoption/g),
  ).toHaveLength(1);
});

test('a file of its own that is changed is found on the next day, also when nothing told of it', async () => {
  room.governance({ guardedPaths: [] });
  const guardian = await room.watching();
  room.here('02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md', '# Other\n');
  room.clock.advance(DAY);
  const ofSkill = (check: SelfCheck): boolean => check.subject.endsWith('SKILL.md') && check.result === 'violated';
  let self: SelfCheck[] = [];
  await until(
    room,
    () => {
      void guardian.governance.constitution(false).then((view) => (self = view.self));
      return self.some(ofSkill);
    },
    'found',
  );
  expect(guardian.snapshot().overall).toBe('problem');
});

test('when the database is lost, files that are not what the log recorded are not taken for granted', async () => {
  await (await room.watching()).dispose();
  room.forget();
  room.here('METADoctrine.md', '# Forged\n');
  const guardian = await room.watching();
  expect(await violated(guardian)).toContain('manifest');
  expect(problemsOf(guardian, 'immune-violated')).toMatchObject([{ severity: 'harm' }]);
  await guardian.dispose();
  room.forget();
  room.here('METADoctrine.md', '# META Doctrine\n');
  expect(await violated(await room.watching())).toEqual([]);
});

test('what a person has accepted is recorded anew, and only that', async () => {
  const guardian = await room.watching();
  room.here('README.md', '# Canon 2\n');
  room.here('METADoctrine.md', '# Forged\n');
  const confirm = sha256('# Canon 2\n').slice(0, 8);
  guardian.governance.vigil.acceptChange({ path: 'README.md', confirm, reason: 'mine', decider: person });
  expect(await violated(guardian)).toEqual(['METADoctrine.md']);
  expect(room.log().toString()).toMatch(/immune system recorded.*a logged act changed it/s);
});

test('its own limits are looked at too: entries of the log, files, folders', async () => {
  const dna = room.read(DNA) ?? '';
  expect(dna).toContain('max_audit_entries');
  room.here(DNA, dna.replace(/max_audit_entries: \d+/, 'max_audit_entries: 1').replace(/max_files: \d+/, 'max_files: 2'));
  const guardian = await room.watching();
  const limits = (await guardian.governance.vigil.checkSelf()).filter(({ check }) => check === 'limits');
  expect(limits.map(({ result, detail }) => [result, detail])).toContainEqual([
    'violated',
    expect.stringMatching(/^max_files: \d+ of 2$/),
  ]);
  expect(problemsOf(guardian, 'immune-violated')).toMatchObject([{ severity: 'warning' }]);
  expect(problemsOf(guardian, 'audit-broken')).toEqual([]);
});

test('the built application is compared with what its build wrote: files that are changed, gone, or were never built', async () => {
  const out = join(room.folder, 'out');
  for (const [file, text] of Object.entries({ 'main/cli.js': 'cli', 'main/index.js': 'index', 'preload/panel.cjs': 'panel' })) {
    mkdirSync(dirname(join(out, file)), { recursive: true });
    writeFileSync(join(out, file), text);
    writeFileSync(join(out, `${file}.map`), 'map');
  }
  writeManifest(out);
  const secrets = createFileSecrets(join(room.folder, 'secrets'));
  const open = async (): Promise<Guardian> => {
    const guardian = await createGuardian({ workspace: room.workspace, clock: room.clock, secrets, bundle: out });
    onTestFinished(() => guardian.dispose());
    await guardian.watch();
    return guardian;
  };
  const ofApplication = async (guardian: Guardian): Promise<[string, string][]> => {
    room.clock.advance(DAY);
    const seen = async (): Promise<SelfCheck[]> =>
      (await guardian.governance.constitution(false)).self.filter(({ subject }) => subject.startsWith('application'));
    await vi.waitFor(async () => expect(await seen()).not.toEqual([]), 20_000);
    return (await seen()).map(({ subject, result }) => [subject, result]);
  };
  const sound = await open();
  expect(await ofApplication(sound)).toEqual([['application', 'ok']]);
  expect(problemsOf(sound, 'immune-violated')).toEqual([]);
  await sound.dispose();

  writeFileSync(join(out, 'main/cli.js'), 'other');
  writeFileSync(join(out, 'main/more.js'), 'more');
  rmSync(join(out, 'preload/panel.cjs'));
  const forged = await open();
  expect(await ofApplication(forged)).toEqual([
    ['application: main/cli.js', 'violated'],
    ['application: preload/panel.cjs', 'violated'],
    ['application: main/more.js', 'violated'],
  ]);
  expect(problemsOf(forged, 'immune-violated')).toMatchObject([{ severity: 'harm' }]);
  await forged.dispose();

  rmSync(join(out, 'manifest.json'));
  expect(await ofApplication(await open())).toEqual([['application', 'could-not-check']]);
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locate, type Locations } from '../../../../../electron/features/governance/constitution/index.ts';
import {
  createManifest,
  hashOwnFiles,
  validateSelf,
  type Manifest,
} from '../../../../../electron/features/governance/judgement/index.ts';
import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import { immuneBlueprint } from '../support/documents.ts';
import { createRoom, type Room } from '../support/room.ts';

let room: Room;
let locations: Locations;
let manifest: Manifest;
beforeEach(() => {
  room = createRoom();
  locations = locate(room.workspace, room.settings);
  manifest = createManifest(room.database);
  room.write({
    'README.md': '# Canon\n\n- **v0.0.1**: first\n',
    'METADoctrine.md': '# META\n',
    '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md': '# Rules\n',
    '02_AAOS-Immune_system/DNA.md': immuneBlueprint,
    '02_AAOS-Immune_system/AUDIT_LOG.md': 'grows\n',
    '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md': 'skill\n',
  });
});
afterEach(() => room.dispose());

const adopt = (): void => manifest.record(hashOwnFiles(locations), 'Guardian', room.clock.at);
const faults = async (): Promise<SelfCheck[]> =>
  (await validateSelf(locations, manifest, room.clock.at)).filter(({ result }) => result !== 'ok');

test('the immune system as it was accepted validates itself without a fault', async () => {
  adopt();
  expect(await faults()).toEqual([]);
});

test('before anything was accepted nothing is known, and that is not fine', async () => {
  expect(await faults()).toMatchObject([{ check: 'integrity', result: 'could-not-check' }]);
});

test('a file of its own that is changed, new or gone is found; its logs may grow', async () => {
  adopt();
  room.write({ '02_AAOS-Immune_system/AUDIT_LOG.md': 'grown\n' });
  expect(await faults()).toEqual([]);
  room.write({
    '02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md': 'other\n',
    '02_AAOS-Immune_system/new.py': '',
    'README.md': '# Canon\n\n- **v0.0.1**: forged\n',
  });
  rmSync(join(room.workspace, '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md'));
  const found = (await faults()).filter(({ check }) => check === 'integrity');
  expect(found.map(({ subject, result }) => [subject, result])).toEqual([
    ['02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md', 'violated'],
    ['02_AAOS-Immune_system/new.py', 'violated'],
    ['README.md', 'violated'],
    ['02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md', 'violated'],
  ]);
});

test.each<[string, string, string, SelfCheck['result']]>([
  ['the order of precedence', '- "AAOS Canon"\n    - "META Doctrine"', '- "META Doctrine"\n    - "AAOS Canon"', 'violated'],
  ['conduct in conflict', 'on_conflict: "halt_and_escalate_to_audit"', 'on_conflict: "carry_on"', 'violated'],
  ['voice', 'voice: decree', 'voice: homing_instinct', 'violated'],
  ['who granted its exception', 'granted_by: "AAOS Canon v0.0.1"', 'granted_by: "Itself"', 'violated'],
  ['a later Canon', 'granted_by: "AAOS Canon v0.0.1"', 'granted_by: "AAOS Canon v0.0.2"', 'could-not-check'],
  ['a reference', 'canon_reference: "04_Agentic_AI_OS/README.md"', 'canon_reference: "04_Agentic_AI_OS/NOTHING.md"', 'violated'],
])('%s is compared with the Canon', async (_name, from, to, result) => {
  expect(immuneBlueprint).toContain(from);
  room.write({ '02_AAOS-Immune_system/DNA.md': immuneBlueprint.replace(from, to) });
  adopt();
  expect(await faults()).toMatchObject([{ check: 'alignment', result }]);
});

test('its own limits hold for it too', async () => {
  room.write({ '02_AAOS-Immune_system/DNA.md': immuneBlueprint.replace('max_files: 100', 'max_files: 3') });
  adopt();
  expect(await faults()).toEqual([
    { check: 'limits', subject: '02_AAOS-Immune_system', result: 'violated', detail: 'max_files: 4 of 3' },
  ]);
});

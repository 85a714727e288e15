import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { detectWorkspace } from '../../../../../electron/features/updates/detect/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightguard-detect-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (...paths: string[]): void => {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
};

test('97layerOS is known by its own files together', () => {
  put('libs/core_config.py', 'knowledge/system/update_log.json', 'CLAUDE.md');
  expect(detectWorkspace(folder)).toEqual({
    kind: '97layerOS',
    evidence: ['libs/core_config.py', 'knowledge/system', 'CLAUDE.md'],
  });
});

test('AAOS is known by its numbered houses, here or below its place in a larger tree', () => {
  put('METADoctrine.md', '02_AAOS-Immune_system/DNA.md');
  expect(detectWorkspace(folder)).toEqual({ kind: 'AAOS', evidence: ['METADoctrine.md', '02_AAOS-Immune_system'] });
  rmSync(join(folder, 'METADoctrine.md'));
  put('04_Agentic_AI_OS/02_AAOS-Immune_system/DNA.md', '04_Agentic_AI_OS/04_AAOS-Swarm/x');
  expect(detectWorkspace(folder).kind).toBe('AAOS');
});

test('one sign alone is anybody’s, and a missing folder is plain', () => {
  put('CLAUDE.md');
  expect(detectWorkspace(folder)).toEqual({ kind: 'plain', evidence: [] });
  expect(detectWorkspace(join(folder, 'nowhere')).kind).toBe('plain');
});

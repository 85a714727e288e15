import type { AuditEntry, AuditPage, AuditQuery, AuditStatus } from '../../../shared/model/audit.ts';
import { hashOf, HOUR, MINUTE, NOW } from './fixtures.ts';

const TYPES = ['auto-enforcement', 'permission-judgment', 'blueprint-judgment', 'dissolution-execution'] as const;
const RESULTS = ['Canonical', 'Canonical-Conditional', 'Non-Canonical', 'Dissolved'] as const;
const TARGETS = [
  'libs/agents/research/scouting/trend_collector/sources/google_trends_fetcher.py',
  '02_AAOS-Immune_system/DNA.md',
  '04_AAOS-Swarm/위원회_서기/DNA_BLUEPRINT.md',
  'requirements.txt',
];
/** Entries from before this one lie in a sealed segment. */
const SEGMENT_START = 5001;
const EVERY = 97_000;

const typeOf = (number: number): string => (number % 41 === 0 ? TYPES[3] : TYPES[number % 3]) ?? '';
const resultOf = (number: number): string =>
  (number % 41 === 0 ? RESULTS[3] : number % 53 === 0 ? RESULTS[2] : RESULTS[number % 7 === 0 ? 1 : 0]) ?? '';

/** The entry of that number: made when it is asked for, so that a long log costs nothing. */
const entryAt = (number: number, newest: number): AuditEntry => ({
  number,
  timestamp: new Date(NOW - MINUTE - (newest - number) * EVERY).toISOString().replace(/\.\d+Z$/, 'Z'),
  type: typeOf(number),
  target: TARGETS[number % TARGETS.length] ?? '',
  result: resultOf(number),
  reasons: number % 53 === 0 ? ['No termination condition is given.', '두 줄\n이유'] : ['OK'],
  notes: number % 11 === 0 ? 'R-0142, 3 files' : '',
  hash: hashOf(`entry ${number}`).slice(0, 16),
  segment: number < SEGMENT_START ? 1 : 2,
  origin: number % 17 === 0 ? 'foreign' : 'own',
});

const holds = (entry: AuditEntry, { text, type, result }: AuditQuery): boolean =>
  (type === null || entry.type === type) &&
  (result === null || entry.result === result) &&
  `${entry.target} ${entry.reasons.join(' ')} ${entry.notes}`.toLowerCase().includes(text.toLowerCase());

/** Answers `audit:list` for a log of that many entries. */
export function createAuditLog(entries: number): (query: AuditQuery) => AuditPage {
  const found = new Map<string, number[]>();
  const numbersFor = (query: AuditQuery): number[] => {
    const key = JSON.stringify([query.text, query.type, query.result]);
    const known = found.get(key);
    if (known !== undefined) return known;
    const numbers: number[] = [];
    for (let number = entries; number > 0; number -= 1) if (holds(entryAt(number, entries), query)) numbers.push(number);
    found.set(key, numbers);
    return numbers;
  };
  return (query) => {
    const { offset, limit } = query;
    const all = query.text === '' && query.type === null && query.result === null;
    const numbers = all
      ? Array.from({ length: Math.max(0, Math.min(limit, entries - offset)) }, (_, index) => entries - offset - index)
      : numbersFor(query).slice(offset, offset + limit);
    return {
      entries: numbers.map((number) => entryAt(number, entries)),
      total: all ? entries : numbersFor(query).length,
      types: entries === 0 ? [] : [...TYPES],
      results: entries === 0 ? [] : [...RESULTS],
    };
  };
}

const status = (part: Partial<AuditStatus> = {}): AuditStatus => ({
  state: 'intact',
  file: '/home/layer/97layerOS/02_AAOS-Immune_system/AUDIT_LOG.md',
  entries: 1204,
  segments: 1,
  hash: hashOf('head').slice(0, 16),
  verified: { at: NOW - 41 * MINUTE, level: 'full', durationMs: 38, bytes: 481_204 },
  breaks: [],
  reason: '',
  checkpoint: { at: NOW - 2 * HOUR, folder: '/media/usb/checkpoints', problem: null },
  openActs: [],
  owed: 0,
  ...part,
});

export const INTACT_LOG = status();

export const LONG_LOG = status({
  entries: 100_000,
  segments: 2,
  verified: { at: NOW - 7 * HOUR, level: 'quick', durationMs: 2, bytes: 8192 },
  checkpoint: { at: null, folder: null, problem: null },
});

/** Broken in its middle: an entry was changed, and the one after it does not follow any more. */
export const BROKEN_LOG = status({
  state: 'broken',
  entries: 12_000,
  segments: 2,
  verified: { at: NOW - 6 * MINUTE, level: 'full', durationMs: 212, bytes: 4_812_040 },
  breaks: [
    {
      rule: 'hash-mismatch',
      file: 'AUDIT_LOG.md',
      segment: 2,
      entry: 3000,
      number: 8000,
      offset: 1_203_311,
      detail: 'its hash is "3acd14507d1ba18b", its content gives "9b1c04aa21f077de"',
    },
    {
      rule: 'chain-broken',
      file: 'AUDIT_LOG.md',
      segment: 2,
      entry: 3001,
      number: 8001,
      offset: 1_203_704,
      detail: 'it follows "3acd14507d1ba18b", the entry before it is "9b1c04aa21f077de"',
    },
    {
      rule: 'checkpoint-differs',
      file: '_archive/AUDIT_LOG-0001.md',
      segment: 1,
      entry: null,
      number: null,
      offset: 0,
      detail: 'the checkpoint of 2026-11-20 names another hash',
    },
  ],
  checkpoint: { at: NOW - 26 * HOUR, folder: '/media/usb/checkpoints', problem: 'ENOENT: /media/usb/checkpoints' },
  openActs: [
    {
      number: 812,
      at: NOW - 7 * MINUTE,
      type: 'update.apply',
      target: 'R-0143',
      actor: 'nightguard',
      paths: ['libs/hub.py', 'libs/core_config.py'],
      interrupted: true,
    },
    {
      number: 814,
      at: NOW - MINUTE,
      type: 'archive.prune',
      target: '.tmp/archive',
      actor: 'nightguard',
      paths: [],
      interrupted: false,
    },
  ],
  owed: 2,
});

export const UNCHECKED_LOG = status({
  state: 'unchecked',
  verified: { at: NOW - 3 * MINUTE, level: 'full', durationMs: 4, bytes: 0 },
  reason: 'EACCES: permission denied, open /home/layer/97layerOS/02_AAOS-Immune_system/AUDIT_LOG.md',
});

export const NO_LOG = status({
  state: 'none',
  file: null,
  entries: 0,
  segments: 0,
  hash: null,
  verified: null,
  checkpoint: { at: null, folder: null, problem: null },
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { JudgementContext } from '../../../../../electron/features/governance/judgement/index.ts';
import { defaultSettings, type JudgementRules } from '../../../../../shared/model/settings.ts';

/** 15 February 2026, noon UTC. */
export const NOW = Date.UTC(2026, 1, 15, 12);

/** Only the original's rules. */
export const ORIGINAL: JudgementRules = {
  strict: false,
  expiredPermission: 'off',
  invalidDate: 'off',
  missingReference: 'off',
  placeholder: 'off',
  missingConsensus: 'off',
  duplicateKey: 'off',
};

export const asOriginal: JudgementContext = { now: NOW, rules: ORIGINAL };
export const asOurselves: JudgementContext = { now: NOW, rules: defaultSettings().governance.judgement };

export const immuneBlueprint = readFileSync(
  join(import.meta.dirname, '../../../../fixtures/governance/immune-system-blueprint.md'),
  'utf8',
);

/** A blueprint in which nothing is wrong. */
export const blueprint = {
  name: '97layer-scout',
  version: '0.1.0',
  scope: '04_AAOS-Swarm/scout',
  created: '2026-02-01',
  status: 'draft',
  canon_reference: 'README.md',
  meta_doctrine_reference: 'METADoctrine.md',
  immune_doctrine_reference: '02_AAOS-Immune_system/AAOS_DNA_DOCTRINE_RULE.md',
  inquisitor_reference: '02_AAOS-Immune_system/',
  audit_log_reference: '02_AAOS-Immune_system/AUDIT_LOG.md',
  natural_dissolution: {
    purpose: '동향을 찾는다',
    termination_conditions: ['목적이 완료될 경우'],
    dissolution_steps: ['요약한다'],
    retention: { summary_required: true, max_days: 30 },
  },
  resource_limits: { max_files: 20, max_folders: 5, max_log_kb: 64 },
  inquisitor: { required: true, audit_log: '../../02_AAOS-Immune_system/AUDIT_LOG.md' },
};

/** A permission request in which nothing is wrong. */
export const permission = {
  type: 'permission-request',
  created: '2026-02-14',
  requester: 'scout',
  action: 'tool access',
  target: 'https://api.example.org',
  risk_level: 'low',
  justification: 'It must read the feed.',
  time_bound: { expires: '2026-02-20' },
  constraints: ['read only'],
  natural_dissolution: { termination_conditions: ['the feed is read'], dissolution_steps: ['drop the key'] },
};

/** A document with this front matter. */
export const withFrontMatter = (data: unknown, body = '# Title\n'): string => `---\n${stringify(data)}---\n\n${body}`;

/** A deep copy with the value at a dotted path replaced, or removed when it is undefined. */
export function changed<T extends object>(data: T, key: string, value: unknown): T {
  const copy = structuredClone(data);
  const steps = key.split('.');
  let at = copy as Record<string, unknown>;
  for (const step of steps.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = steps.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

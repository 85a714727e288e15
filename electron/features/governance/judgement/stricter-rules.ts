import type { StricterRule } from '../../../../shared/model/governance.ts';
import { valueAt, type FrontMatter } from '../constitution/index.ts';
import type { JudgementContext, Observation } from './context.ts';
import { dayOf } from './dates.ts';
import { isFilled, textsIn } from './values.ts';

/** References that the constitution knows, and the prefix of those that a promotion gives as evidence. */
const REFERENCES = [
  'canon_reference',
  'meta_doctrine_reference',
  'immune_doctrine_reference',
  'inquisitor_reference',
  'audit_log_reference',
  'inquisitor.audit_log',
];
const EVIDENCE = 'dna_promotion.evidence';
const DATES = ['created', 'time_bound.expires', 'dna_promotion.promoted_at'];

/** Where Nightguard is stricter than the original, for blueprints and permissions alike. */
export function observeStrictly(frontMatter: FrontMatter, context: JudgementContext): Observation[] {
  return [
    ...frontMatter.duplicates.map((key) => stricter('duplicateKey', key, `The key ${key} is there twice`)),
    ...placeholders(frontMatter.data),
    ...dates(frontMatter.data),
    ...references(frontMatter.data, context),
  ];
}

/** A promoted DNA must say who agreed to it. */
export function observePromotion({ data }: FrontMatter, { official = false }: JudgementContext): Observation[] {
  if (!official) return [];
  const promotion = 'dna_promotion';
  if (!isFilled(valueAt(data, promotion)))
    return [stricter('missingConsensus', promotion, 'An official DNA has no record of its promotion')];
  const found: Observation[] = [];
  if (!isFilled(valueAt(data, `${promotion}.approved_by`))) {
    found.push(stricter('missingConsensus', `${promotion}.approved_by`, 'Nobody is named who approved the promotion'));
  }
  if (valueAt(data, `${promotion}.consensus.required`) === false) return found;
  const agents = valueAt(data, `${promotion}.consensus.agents`);
  const named = Array.isArray(agents) ? agents.filter(isFilled).length : 0;
  const minimum = Number(valueAt(data, `${promotion}.consensus.minimum_agents`) ?? LEAST_AGENTS);
  if (!(named >= Math.max(minimum, LEAST_AGENTS))) {
    found.push(
      stricter(
        'missingConsensus',
        `${promotion}.consensus.agents`,
        `The promotion names ${named} agents; it takes ${minimum || LEAST_AGENTS}`,
      ),
    );
  }
  return found;
}

const LEAST_AGENTS = 2;

function placeholders(data: unknown): Observation[] {
  const found = [...textsIn(data)].filter(({ text }) => isPlaceholder(text));
  return found.map(({ key, text }) =>
    stricter('placeholder', key, `${JSON.stringify(text.trim())} is still the value of a template`),
  );
}

/** Whether a value is what a template leaves to be filled in. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  return (
    /^<[^<>]+>$/.test(text) ||
    /\{\{[^{}]*\}\}|\$\{[^{}]*\}/.test(text) ||
    /^(?:todo|tbd|tba|fixme|xxx+|changeme|change[ _-]me|placeholder|fill[ _-]me|lorem ipsum.*|\.\.\.|…|\?+)[.:]?$/i.test(text) ||
    /^(?:todo|fixme)\b\s*[:(]/i.test(text) ||
    /\bYYYY-MM-DD\b/.test(text)
  );
}

const dates = (data: unknown): Observation[] =>
  DATES.flatMap((key) => {
    const value = valueAt(data, key);
    if (!isFilled(value) || (typeof value === 'string' && isPlaceholder(value)) || dayOf(value) !== null) return [];
    return [stricter('invalidDate', key, `${JSON.stringify(value)} is not a date`)];
  });

function references(data: unknown, { exists }: JudgementContext): Observation[] {
  if (exists === undefined) return [];
  const evidence = valueAt(data, EVIDENCE);
  const keys = [
    ...REFERENCES,
    ...(typeof evidence === 'object' && evidence !== null ? Object.keys(evidence).map((name) => `${EVIDENCE}.${name}`) : []),
  ];
  return keys.flatMap((key) => {
    const value = valueAt(data, key);
    if (typeof value !== 'string' || !isFilled(value) || isPlaceholder(value) || exists(value) !== false) return [];
    return [stricter('missingReference', key, `${value} does not exist`)];
  });
}

const stricter = (rule: StricterRule, key: string, message: string): Observation => ({ rule, severity: 'error', key, message });

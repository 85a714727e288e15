import type { DocumentJudgement, Verdict } from '../../../../shared/model/governance.ts';
import { readFrontMatter, valueAt } from '../constitution/index.ts';
import { conclude, constitutional, refused, type JudgementContext, type Observation } from './context.ts';
import { observePromotion, observeStrictly } from './stricter-rules.ts';
import { isFilled, isPositive, isPresent, listProblem } from './values.ts';

const REQUIRED = ['name', 'version', 'scope', 'created', 'status'];
const RECOMMENDED = [
  'canon_reference',
  'meta_doctrine_reference',
  'immune_doctrine_reference',
  'inquisitor_reference',
  'audit_log_reference',
];
const LISTS = ['natural_dissolution.termination_conditions', 'natural_dissolution.dissolution_steps'];
const LIMITS = ['resource_limits.max_files', 'resource_limits.max_folders'];
const MAX_DAYS = 'natural_dissolution.retention.max_days';

/**
 * Judges the text of a DNA or blueprint; `null` is a file that is missing. Equal to the original's judgement, then made stricter
 * by the rules that are switched on.
 */
export function judgeBlueprint(text: string | null, context: JudgementContext): DocumentJudgement {
  if (text === null) return refused('The blueprint file is missing', null, context.bootstrap);
  const read = readFrontMatter(text);
  if (!read.ok) return refused(read.why, read.line, context.bootstrap);
  const { frontMatter } = read;
  const original = observeAsOriginal(frontMatter.data);
  const verdict: Verdict = original.length > 0 ? 'Canonical-Conditional' : 'Canonical';
  const observations = [...original, ...observeStrictly(frontMatter, context), ...observePromotion(frontMatter, context)];
  return conclude(verdict, observations, frontMatter, context);
}

function observeAsOriginal(data: unknown): Observation[] {
  const at = (key: string): unknown => valueAt(data, key);
  const missing = (key: string): Observation[] => {
    if (isFilled(at(key))) return [];
    return [constitutional('error', key, isPresent(at(key)) ? 'Key exists but value is empty' : 'Missing required key')];
  };
  const lists = LISTS.flatMap((key) => {
    const problem = listProblem(at(key));
    return problem === null ? [] : [constitutional('error', key, problem)];
  });
  const limits = LIMITS.flatMap((key) => {
    if (!isPresent(at(key))) return [constitutional('error', key, 'Missing required key')];
    return isPositive(at(key)) ? [] : [constitutional('error', key, `Must be a positive number, got: ${shown(at(key))}`)];
  });
  const inquisitor = isPresent(at('inquisitor.required'))
    ? []
    : [constitutional('error', 'inquisitor.required', 'Missing required key')];
  const references = RECOMMENDED.filter((key) => !isFilled(at(key))).map((key) =>
    constitutional('warning', key, 'Missing recommended normative reference'),
  );
  return [
    ...REQUIRED.flatMap(missing),
    ...lists,
    ...missing('natural_dissolution.purpose'),
    ...limits,
    ...inquisitor,
    ...missing('inquisitor.audit_log'),
    ...references,
    ...retention(at(MAX_DAYS), isPresent(at('meta_exception.granted_by'))),
  ];
}

/** A number of whole days; for ever only by leave of the Canon. */
function retention(value: unknown, granted: boolean): Observation[] {
  if (!isPresent(value) || typeof value === 'boolean' || Number.isInteger(value)) return [];
  if (typeof value === 'string' && value.trim().toLowerCase() === 'permanent') {
    return granted
      ? []
      : [constitutional('warning', MAX_DAYS, "Using 'permanent' without meta_exception.granted_by (bootstrap-only exception)")];
  }
  return [
    constitutional(
      'warning',
      MAX_DAYS,
      `Unexpected value: ${shown(value)} (expected a number of days; bootstrap may use 'permanent')`,
    ),
  ];
}

const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

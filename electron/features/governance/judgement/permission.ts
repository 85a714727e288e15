import { z } from 'zod';
import { riskSchema, type DocumentJudgement, type Risk, type Verdict } from '../../../../shared/model/governance.ts';
import { readFrontMatter, valueAt } from '../constitution/index.ts';
import { conclude, constitutional, refused, type JudgementContext, type Observation } from './context.ts';
import { dayOf, endOf } from './dates.ts';
import { observeStrictly } from './stricter-rules.ts';
import { isFilled, isPresent, listProblem } from './values.ts';

const REQUIRED = ['type', 'created', 'requester', 'action', 'target', 'risk_level', 'justification'];
const LISTS = ['natural_dissolution.termination_conditions', 'natural_dissolution.dissolution_steps'];

/** What an agent asks for, read from a request that is not Non-Canonical. */
export interface PermissionRequest {
  requester: string;
  action: string;
  target: string;
  /** An unknown risk is the highest. */
  risk: Risk;
  justification: string;
  /** Epoch milliseconds; null when the request names no date that is one. */
  expires: number | null;
  emergency: boolean;
}

export interface PermissionJudgement {
  judgement: DocumentJudgement;
  /** Null when the request is Non-Canonical. */
  request: PermissionRequest | null;
}

/** Judges the text of a permission request; `null` is a file that is missing. Expired ones are refused. */
export function judgePermission(text: string | null, context: JudgementContext): PermissionJudgement {
  if (text === null) return { judgement: refused('The request file is missing', null), request: null };
  const read = readFrontMatter(text);
  if (!read.ok) return { judgement: refused(read.why, read.line), request: null };
  const { frontMatter } = read;
  const original = observeAsOriginal(frontMatter.data);
  const verdict: Verdict = original.some(({ severity }) => severity === 'error')
    ? 'Non-Canonical'
    : original.length > 0
      ? 'Canonical-Conditional'
      : 'Canonical';
  const observations = [...original, ...observeStrictly(frontMatter, context), ...expiry(frontMatter.data, context.now)];
  // A request is never the immune system's own document: nothing vouches for it.
  const judgement = conclude(verdict, observations, frontMatter, { ...context, bootstrap: false });
  return { judgement, request: judgement.verdict === 'Non-Canonical' ? null : requestOf(frontMatter.data) };
}

function observeAsOriginal(data: unknown): Observation[] {
  const at = (key: string): unknown => valueAt(data, key);
  const required = [...REQUIRED, 'time_bound.expires'].flatMap((key) => {
    if (isFilled(at(key))) return [];
    return [constitutional('error', key, isPresent(at(key)) ? 'Key exists but value is empty' : 'Missing required key')];
  });
  const lists = LISTS.flatMap((key) => {
    const problem = listProblem(at(key));
    return problem === null ? [] : [constitutional('error', key, problem)];
  });
  const risk = at('risk_level');
  const known = !isFilled(risk) || risk === false || risk === 0 || riskSchema.safeParse(risk).success;
  return [
    ...required,
    ...lists,
    ...(known ? [] : [constitutional('warning', 'risk_level', `Unexpected value: ${String(risk)} (expected: low/medium/high)`)]),
    ...(isPresent(at('constraints')) ? [] : [constitutional('warning', 'constraints', 'Missing recommended key')]),
  ];
}

function expiry(data: unknown, now: number): Observation[] {
  const expires = valueAt(data, 'time_bound.expires');
  const end = endOf(expires);
  if (end === null || end > now) return [];
  return [
    {
      rule: 'expiredPermission',
      severity: 'error',
      key: 'time_bound.expires',
      message: `The request expired (${String(expires)})`,
    },
  ];
}

function requestOf(data: unknown): PermissionRequest {
  const text = (key: string): string => textOf(valueAt(data, key));
  const expires = valueAt(data, 'time_bound.expires');
  return {
    requester: text('requester'),
    action: text('action'),
    target: text('target'),
    risk: riskSchema.catch('high').parse(valueAt(data, 'risk_level')),
    justification: text('justification'),
    expires: dayOf(expires) === null ? null : endOf(expires),
    emergency: z.literal(true).safeParse(valueAt(data, 'emergency.is_emergency_security_patch')).success,
  };
}

/** A map or list where a text belongs is shown as it is written: it must not look like nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

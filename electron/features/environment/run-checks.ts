import type { EnvironmentCheck, Finding } from '../../../shared/model/environment.ts';
import { messageOf } from '../../kernel/errors.ts';
import type { Check, CheckContext, CheckOutcome, Fix } from './checks/types.ts';
import { finding } from './finding.ts';
import type { Redact } from './fix/redact.ts';

export interface Checked {
  check: Check;
  result: EnvironmentCheck;
  fixes: readonly Fix[];
  watched: readonly string[];
}

/** Runs all checks that apply, at once. One that throws could not be made: that is its result. */
export async function runChecks(checks: readonly Check[], context: CheckContext, redact: Redact): Promise<Checked[]> {
  const results = await Promise.all(checks.map((check) => runCheck(check, context, redact)));
  return results.filter((result) => result !== null);
}

async function runCheck(check: Check, context: CheckContext, redact: Redact): Promise<Checked | null> {
  const began = performance.now();
  let outcome: CheckOutcome;
  try {
    if (!(await check.applicable(context))) return null;
    outcome = await check.check(context);
  } catch (error) {
    if (context.signal?.aborted === true) throw error;
    const findings = [finding('check-failed', 'NOT_CHECKED', check.id, { values: { detail: messageOf(error) } })];
    outcome = { state: 'could-not-check', facts: '', findings, fixes: [], watched: [] };
  }
  const { id, name } = check;
  const { state, facts, fixes, watched } = outcome;
  const findings = outcome.findings.map((item) => redacted(item, redact));
  return {
    check,
    result: { id, name, state, facts: redact(facts), findings, durationMs: performance.now() - began },
    fixes,
    watched,
  };
}

/** Messages of programs and files may hold what nobody should see. */
export const redacted = (item: Finding, redact: Redact): Finding => ({
  ...item,
  subject: redact(item.subject),
  values: Object.fromEntries(
    Object.entries(item.values).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]),
  ),
  command: item.command === null ? null : redact(item.command),
});

/** What the fixes came to, for one check: what is still wrong is told once, by the reason why it could not be put right. */
export function withFailures(checked: Checked, failures: readonly Finding[]): Checked {
  const told = new Set(failures.map(({ subject }) => subject));
  const findings = [
    ...checked.result.findings.filter(({ subject, type }) => !(told.has(subject) && type === 'MISSING_PACKAGES')),
    ...failures,
  ];
  return { ...checked, result: { ...checked.result, findings } };
}

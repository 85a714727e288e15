import type { CheckReport, HealthIssue, Treatment } from '../../../../shared/model/healing.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { unknown, type Check, type Finding } from '../checks/check.ts';
import type { Standings } from '../record/standings.ts';
import { look, mayTry, tried, type Standing } from './standing.ts';

export interface CycleOptions {
  /** 0, 1, 2, …; a check is due in each `every`-th. */
  number: number;
  at: number;
  /** A person asks: every check is due, and what fails is treated at once, unless it was given up. */
  isAsked: boolean;
  /** `dry`: only says what would be done. */
  treat: 'yes' | 'dry' | 'no';
}

/** Runs what is due, in order, and treats what has failed for long enough. `before`: what the last cycles found. */
export async function runChecks(
  checks: readonly Check[],
  standings: Standings,
  before: ReadonlyMap<string, CheckReport>,
  options: CycleOptions,
): Promise<{ reports: CheckReport[]; treatments: Treatment[] }> {
  const reports: CheckReport[] = [];
  const treatments: Treatment[] = [];
  for (const check of checks) {
    if (!isApplicable(check)) continue;
    const known = before.get(check.id);
    // What failed is looked at again in the next cycle, to see whether it still does.
    const isDue = options.isAsked || options.number % check.every === 0 || known === undefined || known.state !== 'passed';
    if (!isDue) {
      reports.push(known);
      continue;
    }
    const found = await findingOf(check);
    const standing = look(standings.get(check.id), found.state, options.at, check);
    standings.set(check.id, standing);
    reports.push(reportOf(check, found, standing, options.at));
    treatments.push(...(await treatment(check, standing, standings, options)));
  }
  return { reports, treatments };
}

function isApplicable(check: Check): boolean {
  try {
    return check.applicable();
  } catch {
    // The check itself will say what is wrong.
    return true;
  }
}

/** A check that breaks says nothing about what it checks. */
async function findingOf(check: Check): Promise<Finding> {
  try {
    return await check.check();
  } catch (error) {
    return unknown(`The check could not be made: ${messageOf(error)}`);
  }
}

const reportOf = (check: Check, found: Finding, { streak, since, givenUp }: Standing, at: number): CheckReport => ({
  id: check.id,
  category: check.category,
  state: found.state,
  severity: givenUp ? 'CRITICAL' : (found.severity ?? check.severity),
  details: found.details,
  at,
  cycles: streak,
  isIssue: since !== null,
});

async function treatment(
  check: Check,
  standing: Standing,
  standings: Standings,
  { isAsked, treat }: CycleOptions,
): Promise<Treatment[]> {
  const isReady = isAsked ? standing.last === 'failed' && !standing.givenUp : mayTry(standing);
  if (check.fix === undefined || treat === 'no' || !isReady) return [];
  try {
    const result = await check.fix({ isDry: treat === 'dry', attempt: standing.attempts + 1 });
    if (result === null) return [];
    if (result.result !== 'would') standings.set(check.id, tried(standing));
    return [{ check: check.id, ...result }];
  } catch (error) {
    standings.set(check.id, tried(standing));
    return [{ check: check.id, result: 'failed', details: messageOf(error), freedBytes: 0 }];
  }
}

/** What is not well now, the gravest first. */
export function issuesOf(reports: readonly CheckReport[], standings: Standings): HealthIssue[] {
  const rank = { CRITICAL: 0, ERROR: 1, WARNING: 2, INFO: 3 };
  return reports
    .flatMap(({ id, category, severity, details }): HealthIssue[] => {
      const standing = standings.get(id);
      if (standing === undefined || standing.since === null) return [];
      const { since, attempts, givenUp } = standing;
      return [{ id, category, severity, details, since, attempts, givenUp }];
    })
    .sort((a, b) => rank[a.severity] - rank[b.severity] || (a.id < b.id ? -1 : 1));
}

import type { SecuritySeverity } from '../../../../shared/model/security.ts';

const RANK: Record<SecuritySeverity, number> = { unknown: 0, low: 1, moderate: 2, high: 3, critical: 4 };

export const worst = (a: SecuritySeverity, b: SecuritySeverity): SecuritySeverity => (RANK[b] > RANK[a] ? b : a);

/** Orders the worst first. */
export const bySeverity = (a: { severity: SecuritySeverity }, b: { severity: SecuritySeverity }): number =>
  RANK[b.severity] - RANK[a.severity];

/** A word of a database as ours: GitHub says `MODERATE`, others `MEDIUM`. */
export function severityOfWord(word: string): SecuritySeverity {
  const text = word.trim().toLowerCase();
  if (text === 'medium') return 'moderate';
  return text === 'low' || text === 'moderate' || text === 'high' || text === 'critical' ? text : 'unknown';
}

/** The qualitative scale of CVSS v3.1, section 5. */
export function severityOfScore(score: number): SecuritySeverity {
  if (score <= 0) return 'unknown';
  if (score < 4) return 'low';
  if (score < 7) return 'moderate';
  return score < 9 ? 'high' : 'critical';
}

type Weights = Readonly<Record<string, number>>;
const AV: Weights = { N: 0.85, A: 0.62, L: 0.55, P: 0.2 };
const AC: Weights = { L: 0.77, H: 0.44 };
const PR: Weights = { N: 0.85, L: 0.62, H: 0.27 };
const PR_CHANGED: Weights = { N: 0.85, L: 0.68, H: 0.5 };
const UI: Weights = { N: 0.85, R: 0.62 };
const IMPACT: Weights = { H: 0.56, L: 0.22, N: 0 };

/** Base score of a CVSS 3.0 or 3.1 vector (FIRST, CVSS v3.1 specification, section 7.1); null when it is none. */
export function scoreOfVector(vector: string): number | null {
  if (!/^CVSS:3\.[01]\//.test(vector)) return null;
  const metrics = new Map(
    vector
      .split('/')
      .slice(1)
      .map((part) => part.split(':') as [string, string]),
  );
  const weigh = (weights: Weights, name: string): number => weights[metrics.get(name) ?? ''] ?? Number.NaN;
  const changed = metrics.get('S') === 'C';
  const iss = 1 - (1 - weigh(IMPACT, 'C')) * (1 - weigh(IMPACT, 'I')) * (1 - weigh(IMPACT, 'A'));
  const impact = changed ? 7.52 * (iss - 0.029) - 3.25 * (iss - 0.02) ** 15 : 6.42 * iss;
  const exploitability = 8.22 * weigh(AV, 'AV') * weigh(AC, 'AC') * weigh(changed ? PR_CHANGED : PR, 'PR') * weigh(UI, 'UI');
  const sum = impact <= 0 ? 0 : Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10);
  return Number.isNaN(impact + exploitability) ? null : roundUp(sum);
}

/** Appendix A of the specification: up to one decimal, without the noise of floating point. */
function roundUp(value: number): number {
  const whole = Math.round(value * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}

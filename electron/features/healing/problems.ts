import { join } from 'node:path';
import type { HealthReport, HealthSeverity } from '../../../shared/model/healing.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import { readWatchdogNotes, WATCHDOG_FILE } from './watchdog/watchdog-notes.ts';

const SEVERITIES: Readonly<Record<HealthSeverity, Problem['severity']>> = {
  CRITICAL: 'harm',
  ERROR: 'warning',
  WARNING: 'notice',
  INFO: 'notice',
};

const DAY_MS = 86_400_000;
/** So often a day is a crash loop. */
const MANY = 3;

/** What people are shown: one problem an issue, and one for restarts by the watchdog within a day. */
export function createProblems(stateFolder: string): (report: HealthReport | null, now: number) => Problem[] {
  let told = new Map<string, { essence: string; details: string }>();
  return (report, now) => {
    const next: typeof told = new Map();
    const issues = (report?.issues ?? []).filter(({ severity }) => severity !== 'INFO');
    const problems = issues.map((issue): Problem => {
      const { id, severity, since, givenUp, attempts } = issue;
      const essence = `${since} ${withoutFigures(issue.details)}`;
      const known = told.get(id);
      // Figures that move with each look make no new problem.
      const details = known?.essence === essence ? known.details : issue.details;
      next.set(id, { essence, details });
      const detail = givenUp ? `${details} Healing was given up after ${attempts} attempts.` : details;
      return { code: 'health-degraded', detail, at: since, severity: SEVERITIES[severity], release: null };
    });
    told = next;
    return [...problems, ...restarts(stateFolder, now)];
  };
}

const withoutFigures = (text: string): string => text.replaceAll(/\d+(?:\.\d+)?/g, '#');

function restarts(stateFolder: string, now: number): Problem[] {
  const recent = readWatchdogNotes(join(stateFolder, WATCHDOG_FILE)).filter(({ at }) => now - at < DAY_MS && at <= now + DAY_MS);
  const last = recent.at(-1);
  if (last === undefined) return [];
  const times = recent.length === 1 ? 'once' : `${recent.length} times`;
  const detail = `${times} within a day; the last time it ${last.what === 'hung' ? 'hung' : 'crashed'}: ${last.detail}`;
  return [
    {
      code: 'guardian-restarted',
      detail,
      at: Math.max(0, Math.round(last.at)),
      severity: recent.length >= MANY ? 'warning' : 'notice',
      release: null,
    },
  ];
}

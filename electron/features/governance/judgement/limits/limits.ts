import type { LimitFinding } from '../../../../../shared/model/governance.ts';
import { valueAt } from '../../constitution/index.ts';
import { dayOf } from '../dates.ts';

/** What a structure is measured by. */
export interface LimitFacts {
  /** Its front matter; null when it could not be read, and then nothing can be measured. */
  data: Readonly<Record<string, unknown>> | null;
  files: number;
  folders: number;
  logBytes: number;
}

const DAY_MS = 86_400_000;

/** Which limits are exceeded, and what the doctrine demands then. Pure; dissolution is a finding here, never an act. */
export function findLimitViolations({ data, files, folders, logBytes }: LimitFacts, now: number): Omit<LimitFinding, 'since'>[] {
  const found: Omit<LimitFinding, 'since'>[] = [];
  const check = (limit: LimitFinding['limit'], key: string, actual: number | null, action: LimitFinding['action']): void => {
    const allowed = valueAt(data, key);
    if (typeof allowed === 'number' && actual !== null && actual > allowed) found.push({ limit, allowed, actual, action });
  };
  check('max_files', 'resource_limits.max_files', files, 'warn');
  check('max_folders', 'resource_limits.max_folders', folders, 'warn');
  check('max_log_kb', 'resource_limits.max_log_kb', Math.ceil(logBytes / 1024), 'rotate');
  check('retention.max_days', 'natural_dissolution.retention.max_days', ageInDays(valueAt(data, 'created'), now), 'dissolve');
  return found;
}

/** Whole days since a structure was created; null when it does not say so in a date. */
function ageInDays(created: unknown, now: number): number | null {
  const start = dayOf(created);
  return start === null ? null : Math.floor((now - start) / DAY_MS);
}

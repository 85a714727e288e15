import type { VersionScheme } from '../versions/scheme.ts';
import type { Affected, RangeEvent } from './advisory.ts';

/** Whether a version is affected. What cannot be read counts as affected: doubt is never «clear». */
export const isAffected = (scheme: VersionScheme, affected: readonly Affected[], version: string): boolean =>
  affected.some((one) => isAffectedBy(scheme, one, version));

function isAffectedBy(scheme: VersionScheme, affected: Affected, version: string): boolean {
  switch (affected.kind) {
    case 'events':
      return isInEvents(scheme, affected.events, version);
    case 'versions':
      return affected.versions.some((one) => isSame(scheme, one, version));
    case 'range':
      return scheme.allows(affected.range, version);
    case 'until':
      return isBelowFix(scheme, affected, version);
  }
}

const isSame = (scheme: VersionScheme, a: string, b: string): boolean =>
  a === b || (scheme.isValid(a) && scheme.isValid(b) && scheme.compare(a, b) === 0);

/** OSV schema 1.6, «Evaluation»: events in the order of versions, each turns the state. */
function isInEvents(scheme: VersionScheme, events: readonly RangeEvent[], version: string): boolean {
  if (
    !scheme.isValid(version) ||
    events.some((event) => event.version !== '0' && event.version !== '*' && !scheme.isValid(event.version))
  ) {
    return true;
  }
  const limits = events.filter(({ kind }) => kind === 'limit');
  const isBefore = (limit: RangeEvent): boolean => limit.version === '*' || scheme.compare(version, limit.version) < 0;
  if (limits.length > 0 && !limits.some(isBefore)) return false;
  let affected = false;
  for (const event of inOrder(scheme, events)) {
    const distance = event.version === '0' ? 1 : scheme.compare(version, event.version);
    if (event.kind === 'introduced' && distance >= 0) affected = true;
    if (event.kind === 'fixed' && distance >= 0) affected = false;
    if (event.kind === 'last_affected' && distance > 0) affected = false;
  }
  return affected;
}

const RANK: Record<RangeEvent['kind'], number> = { fixed: 0, introduced: 1, last_affected: 2, limit: 3 };

/** At one version a fix comes before the next beginning (what is introduced again is affected), and a last affected version after its own. */
function inOrder(scheme: VersionScheme, events: readonly RangeEvent[]): RangeEvent[] {
  const rank = (event: RangeEvent): number => RANK[event.kind];
  return events
    .filter(({ kind }) => kind !== 'limit')
    .sort((a, b) => {
      if (a.version === b.version) return rank(a) - rank(b);
      if (a.version === '0') return -1;
      if (b.version === '0') return 1;
      return scheme.compare(a.version, b.version) || rank(a) - rank(b);
    });
}

/** With fixes on several branches only the newest is a proof for versions in between. */
function isBelowFix(scheme: VersionScheme, { installed, fixed }: Extract<Affected, { kind: 'until' }>, version: string): boolean {
  if (isSame(scheme, installed, version)) return true;
  const known = fixed.filter((one) => scheme.isValid(one));
  if (known.length === 0 || !scheme.isValid(version)) return true;
  if (known.some((one) => scheme.compare(one, version) === 0)) return false;
  return !known.every((one) => scheme.compare(version, one) > 0);
}

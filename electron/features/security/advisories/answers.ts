import type { SecuritySource } from '../../../../shared/model/security.ts';
import type { InstalledPackage } from '../inventory/package.ts';
import type { AdvisoryRecord, SourceAnswer } from './advisory.ts';

/** The answer of a source that could not be asked at all. */
export const couldNotCheck = (
  name: SecuritySource['name'],
  ecosystem: SecuritySource['ecosystem'],
  reason: string,
  packages: readonly Pick<InstalledPackage, 'name'>[],
): SourceAnswer => ({
  status: { name, ecosystem, state: 'could-not-check', reason, unchecked: packages.map((one) => one.name) },
  records: new Map(),
});

/** The answer of a source that spoke, of all packages or of all but some. */
export function answered(
  name: SecuritySource['name'],
  ecosystem: SecuritySource['ecosystem'],
  records: ReadonlyMap<string, readonly AdvisoryRecord[]>,
  unchecked: { reason: string; names: readonly string[] },
  asked: number,
): SourceAnswer {
  const names = [...new Set(unchecked.names)].sort();
  const state = names.length === 0 ? 'checked' : names.length >= asked ? 'could-not-check' : 'partial';
  return { status: { name, ecosystem, state, reason: names.length === 0 ? '' : unchecked.reason, unchecked: names }, records };
}

/** Adds a record under a key. */
export function put(records: Map<string, AdvisoryRecord[]>, key: string, record: AdvisoryRecord): void {
  const known = records.get(key);
  if (known === undefined) records.set(key, [record]);
  else known.push(record);
}

import { join } from 'node:path';
import type { SelfCheck } from '../../../../../shared/model/governance.ts';
import { readConstitution, valueAt, type Constitution, type Locations } from '../../constitution/index.ts';
import { findLimitViolations } from '../limits/limits.ts';
import { findStructures } from '../scan/find-structures.ts';
import { createReferenceCheck } from '../scan/references.ts';
import { checkAlignment } from './alignment.ts';
import { checkIntegrity, type Manifest } from './manifest.ts';
import { hashOwnFiles } from './own-files.ts';

/** What the immune system does in place of being judged: own files against their hashes, doctrines against the Canon, own limits. */
export async function validateSelf(
  locations: Locations,
  manifest: Pick<Manifest, 'read'>,
  now: number,
  /** In the log that is written to now. */
  auditEntries = 0,
): Promise<SelfCheck[]> {
  const constitution = await readConstitution(locations);
  const exists = (reference: string, from: string): boolean | null =>
    createReferenceCheck(locations.workspace, locations.root, join(locations.workspace, from))(reference);
  return [
    ...checkIntegrity(hashOwnFiles(locations), manifest.read()),
    ...checkAlignment(constitution, exists),
    ...(await checkOwnLimits(constitution, locations, now, auditEntries)),
  ];
}

async function checkOwnLimits(
  constitution: Constitution,
  locations: Locations,
  now: number,
  auditEntries: number,
): Promise<SelfCheck[]> {
  const dna = constitution.documents.find((document) => document.role === 'structure');
  const subject = locations.keys.immuneSystem;
  const data = dna?.frontMatter?.data ?? null;
  const { root, unreadable } = await findStructures(locations.immuneSystem, { ignore: [], required: [] });
  if (valueAt(data, 'resource_limits') === undefined || unreadable.length > 0) {
    return [{ check: 'limits', subject, result: 'could-not-check', detail: unreadable[0]?.detail ?? 'Its DNA states no limits' }];
  }
  const entries = valueAt(data, 'resource_limits.max_audit_entries');
  const violations: { limit: string; actual: number; allowed: number }[] = [...findLimitViolations({ ...root, data }, now)];
  if (typeof entries === 'number' && auditEntries > entries)
    violations.push({ limit: 'max_audit_entries', actual: auditEntries, allowed: entries });
  if (violations.length === 0) return [{ check: 'limits', subject, result: 'ok', detail: '' }];
  return violations.map(({ limit, actual, allowed }) => ({
    check: 'limits',
    subject,
    result: 'violated',
    detail: `${limit}: ${actual} of ${allowed}`,
  }));
}

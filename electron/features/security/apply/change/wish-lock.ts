import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import { isCarried, isPackage, nameAt, resolve, type LockNode, type NpmInventory } from '../../inventory/npm-inventory.ts';
import type { PublishedVersion } from '../../inventory/npm-registry.ts';
import { npmScheme } from '../../versions/npm-scheme.ts';
import { jsonStringAt } from './json-string-at.ts';

const SECTIONS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Ranges that name one version name the new one, in the same style; every other byte of package.json stays. */
export function carryRanges(manifest: string, { nodes }: NpmInventory, upgrades: readonly PlannedUpgrade[]): string {
  let text = manifest;
  for (const { name, from, to } of upgrades) {
    const node = nodes.get(resolve(nodes, '', name) ?? '');
    if (node?.version !== from) continue;
    for (const section of SECTIONS) {
      const range = nodes.get('')?.[section][name];
      const span = jsonStringAt(text, [section, name]);
      if (range === undefined || span === null || !isCarried(range)) continue;
      if (/^[\^~]/.test(range) && npmScheme.allows(range, to)) continue;
      const style = /^[\^~]?/.exec(range)?.[0] ?? '';
      text = `${text.slice(0, span.start)}${JSON.stringify(`${style}${to}`)}${text.slice(span.end)}`;
    }
  }
  return text;
}

type Ranges = 'dependencies' | 'optionalDependencies' | 'peerDependencies';
const OWN_FIELDS = [
  'bin',
  'engines',
  'os',
  'cpu',
  'libc',
  'hasInstallScript',
  'deprecated',
  'funding',
  'license',
  'peerDependenciesMeta',
] as const;

/** The lock file with the upgrades in it, and all else as it was; npm completes what they need. */
export function wishedLock(
  published: ReadonlyMap<string, Readonly<Record<string, PublishedVersion>>>,
  text: string,
  { nodes }: NpmInventory,
  upgrades: readonly PlannedUpgrade[],
  newManifest: string,
): { ok: true; text: string } | { ok: false; reason: string } {
  const lock = JSON.parse(text) as { packages: Record<string, Record<string, unknown>> };
  for (const { name, from, to } of upgrades) {
    const version = published.get(name)?.[to];
    if (version === undefined) return { ok: false, reason: `The registry has no ${name} ${to}.` };
    for (const [place, node] of nodes) {
      const entry = lock.packages[place];
      if (entry === undefined || !isPackage(place, node) || (node.name ?? nameAt(place)) !== name || node.version !== from)
        continue;
      lock.packages[place] = { ...without(entry, OWN_FIELDS), ...nodeOf(version, to) };
    }
  }
  const manifest = JSON.parse(newManifest.replace(/^\uFEFF/, '')) as Record<string, unknown>;
  const root = lock.packages[''] ?? {};
  for (const section of SECTIONS) if (manifest[section] !== undefined) root[section] = manifest[section];
  lock.packages[''] = root;
  return { ok: true, text: JSON.stringify(lock, null, 2) };
}

function nodeOf(version: PublishedVersion, to: string): Partial<LockNode> & Record<string, unknown> {
  const kept = Object.fromEntries(OWN_FIELDS.flatMap((field) => (version[field] === undefined ? [] : [[field, version[field]]])));
  const ranges = (name: Ranges): Record<string, unknown> => ({
    [name]: Object.keys(version[name]).length === 0 ? undefined : version[name],
  });
  return {
    ...kept,
    ...ranges('dependencies'),
    ...ranges('optionalDependencies'),
    ...ranges('peerDependencies'),
    version: to,
    resolved: version.dist.tarball,
    integrity: version.dist.integrity,
  };
}

const without = (entry: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !fields.includes(name)));

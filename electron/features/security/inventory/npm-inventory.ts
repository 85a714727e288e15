import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { inParallel } from '../web/in-parallel.ts';
import type { Demand, InstalledPackage } from './package.ts';

const ranges = z.record(z.string(), z.string()).catch({}).default({});

const nodeSchema = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  optional: z.boolean().optional(),
  dependencies: ranges,
  devDependencies: ranges,
  optionalDependencies: ranges,
  peerDependencies: ranges,
});
export type LockNode = z.infer<typeof nodeSchema>;

const lockSchema = z.looseObject({ lockfileVersion: z.number().int().min(2).max(3), packages: z.record(z.string(), nodeSchema) });

/** What package-lock.json says is installed, proven against node_modules. */
export interface NpmInventory {
  packages: InstalledPackage[];
  /** By place, such as `node_modules/a/node_modules/b`; '' is the workspace. */
  nodes: ReadonlyMap<string, LockNode>;
  /** Packages whose folder does not hold what the lock says. */
  differing: string[];
}

export type FoundNpm = { state: 'found'; inventory: NpmInventory } | { state: 'none' } | { state: 'broken'; reason: string };

/** Reads package.json's lock (versions 2 and 3). Nothing is run. */
export async function readNpmInventory(workspace: string): Promise<FoundNpm> {
  const hasManifest = await readText(join(workspace, 'package.json'));
  const text = await readText(join(workspace, 'package-lock.json'));
  if (hasManifest === null) return { state: 'none' };
  if (text === null)
    return { state: 'broken', reason: 'There is no package-lock.json: what is installed is not known for sure.' };
  const parsed = parse(text);
  if (parsed === null) return { state: 'broken', reason: 'package-lock.json cannot be read; version 2 or 3 is needed.' };
  const nodes = new Map(Object.entries(parsed.packages));
  const packages = packagesOf(nodes);
  return { state: 'found', inventory: { packages, nodes, differing: await differing(workspace, nodes) } };
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    return messageOf(error);
  }
}

function parse(text: string): z.infer<typeof lockSchema> | null {
  try {
    return lockSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: told by null.
    return null;
  }
}

/** The name under which a place is imported. */
export const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Places of packages that came from a registry or elsewhere, without links and the workspace itself. */
export const isPackage = (place: string, node: LockNode): boolean =>
  place.includes('node_modules/') && node.link !== true && node.version !== undefined;

function packagesOf(nodes: ReadonlyMap<string, LockNode>): InstalledPackage[] {
  const demands = demandsByPlace(nodes);
  const found = new Map<string, InstalledPackage>();
  const root = nodes.get('');
  const declared = new Set(
    [root?.dependencies, root?.devDependencies, root?.optionalDependencies].flatMap((one) => Object.keys(one ?? {})),
  );
  for (const [place, node] of nodes) {
    if (!isPackage(place, node)) continue;
    const name = node.name ?? nameAt(place);
    const version = node.version ?? '';
    const key = `${name} ${version}`;
    const known = found.get(key);
    const isAlias = node.name !== undefined && node.name !== nameAt(place);
    found.set(key, {
      ecosystem: 'npm',
      name,
      key: name,
      version,
      declared: known?.declared === true || (place === `node_modules/${nameAt(place)}` && declared.has(nameAt(place))),
      fromIndex: (known?.fromIndex ?? true) && !isAlias && node.inBundle !== true && isPublished(node),
      demands: [...(known?.demands ?? []), ...(demands.get(place) ?? [])],
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function demandsByPlace(nodes: ReadonlyMap<string, LockNode>): Map<string, Demand[]> {
  const demands = new Map<string, Demand[]>();
  for (const [place, node] of nodes) {
    const isRoot = !place.includes('node_modules/');
    const asked = {
      ...node.peerDependencies,
      ...node.optionalDependencies,
      ...(isRoot ? node.devDependencies : {}),
      ...node.dependencies,
    };
    for (const [name, range] of Object.entries(asked)) {
      const target = resolve(nodes, place, name);
      if (target === null) continue;
      const by = isRoot ? 'package.json' : `${node.name ?? nameAt(place)} ${node.version ?? ''}`;
      // The workspace's own ranges are carried along by an upgrade, in their style.
      const demand = { by, range, rewritable: place === '' && isCarried(range) };
      demands.set(target, [...(demands.get(target) ?? []), demand]);
    }
  }
  return demands;
}

/** `1.2.3`, `^1.2.3` and `~1.2.3` name one version; other ranges are a decision that stays. */
export const isCarried = (range: string): boolean => /^[\^~]?\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(range);

/** Where Node would find a package from a place: beside it, then ever further up. */
export function resolve(nodes: ReadonlyMap<string, LockNode>, from: string, name: string): string | null {
  for (let base = from; ; base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : '') {
    const place = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (nodes.has(place)) return place;
    if (base === '') return null;
  }
}

const WIDTH = 32;
const manifestSchema = z.object({ version: z.string() });

async function differing(workspace: string, nodes: ReadonlyMap<string, LockNode>): Promise<string[]> {
  const places = [...nodes].filter(([place, node]) => isPackage(place, node));
  const found = await inParallel(places, WIDTH, async ([place, node]) => {
    const text = await readText(join(workspace, place, 'package.json'));
    if (text === null) return node.optional === true ? null : nameAt(place);
    const version = versionIn(text);
    return version === node.version ? null : nameAt(place);
  });
  return [...new Set(found.filter((name) => name !== null))].sort();
}

function versionIn(text: string): string | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data?.version ?? null;
  } catch {
    // A damaged manifest does not hold what the lock says.
    return null;
  }
}

/** Lock files may leave the address of a registry's own packages out (npm's `omit-lockfile-registry-resolved`); the sum is always there. */
const isPublished = ({ resolved, integrity }: LockNode): boolean =>
  resolved === undefined ? integrity !== undefined : /^https?:/.test(resolved);

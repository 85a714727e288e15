import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import { errnoOf, messageOf } from '../../../../kernel/errors.ts';
import { readNpmInventory, type NpmInventory } from '../../inventory/npm-inventory.ts';
import { movedByNpm, newPackages } from './moved-by-npm.ts';
import { common, npm, type NpmChangeContext } from './npm-calls.ts';
import type { ChangeResult, FileEdit, Preparation } from './prepared.ts';
import { tailOf } from './said.ts';
import { carryRanges, wishedLock } from './wish-lock.ts';

/** Lets npm itself complete the new lock file in a folder of its own, before anything is changed in the workspace. */
export async function prepareNpm(
  context: NpmChangeContext,
  upgrades: readonly PlannedUpgrade[],
  signal: AbortSignal,
): Promise<Preparation> {
  const { workspace, scratch } = context;
  const found = await readNpmInventory(workspace);
  if (found.state !== 'found') return { ok: false, reason: found.state === 'none' ? 'There is no package.json.' : found.reason };
  const manifest = await readFile(join(workspace, 'package.json'), 'utf8');
  const lockText = await readFile(join(workspace, 'package-lock.json'), 'utf8');
  const newManifest = carryRanges(manifest, found.inventory, upgrades);
  const wish = wishedLock(context.published, lockText, found.inventory, upgrades, newManifest);
  if (!wish.ok) return wish;
  await mkdir(scratch, { recursive: true });
  const trial = await mkdtemp(join(scratch, 'npm-'));
  try {
    await layOut(workspace, trial, found.inventory, newManifest, wish.text);
    const result = await npm(context, ['install', '--package-lock-only', ...common(context)], trial, signal);
    if (!result.ok) return { ok: false, reason: `npm ${result.ending}: ${tailOf(result)}` };
    const resolved = await readNpmInventory(trial);
    if (resolved.state !== 'found') return { ok: false, reason: 'npm left no readable lock file.' };
    const silent = await context.learn(newPackages(found.inventory, resolved.inventory), signal);
    const moved = movedByNpm(context, upgrades, found.inventory, resolved.inventory, silent);
    if (!moved.ok) return moved;
    const after = await readFile(join(trial, 'package-lock.json'));
    return {
      ok: true,
      prepared: preparedOf(context, [...upgrades, ...moved.upgrades], membersOf(resolved.inventory.nodes), {
        manifest,
        newManifest,
        lockText,
        after,
      }),
    };
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

function preparedOf(
  context: NpmChangeContext,
  upgrades: readonly PlannedUpgrade[],
  members: readonly string[],
  files: { manifest: string; newManifest: string; lockText: string; after: Uint8Array },
): Extract<Preparation, { ok: true }>['prepared'] {
  const { workspace } = context;
  const edit = (path: string, before: string, after: Uint8Array): FileEdit => ({
    path,
    absolute: join(workspace, path),
    before: Buffer.from(before, 'utf8'),
    after,
  });
  const edits = [edit('package-lock.json', files.lockText, files.after)];
  if (files.manifest !== files.newManifest)
    edits.push(edit('package.json', files.manifest, Buffer.from(files.newManifest, 'utf8')));
  return {
    upgrades,
    edits,
    places: [
      ...['', ...members].map((member) => join(workspace, member, 'node_modules')),
      join(workspace, 'package-lock.json'),
      join(workspace, 'package.json'),
    ],
    async change({ signal, onStart }) {
      const result = await npm(context, ['install', ...common(context)], workspace, signal, onStart);
      return result.ok ? whatCameOfIt(workspace, upgrades) : { ok: false, reason: `npm ${result.ending}: ${tailOf(result)}` };
    },
  };
}

/** What counts is what is there afterwards, not what npm said. */
async function whatCameOfIt(workspace: string, upgrades: readonly PlannedUpgrade[]): Promise<ChangeResult> {
  const found = await readNpmInventory(workspace);
  if (found.state !== 'found') return { ok: false, reason: 'npm left no readable lock file.' };
  const { packages, differing } = found.inventory;
  const [other] = differing;
  if (other !== undefined) return { ok: false, reason: `After it ${other} is not what package-lock.json says.` };
  const missing = upgrades.find(({ name, to }) => !packages.some((one) => one.name === name && one.version === to));
  return missing === undefined ? { ok: true } : { ok: false, reason: `After it there is no ${missing.name} ${missing.to}.` };
}

/** Folders of the workspace's own packages (npm's workspaces), which have a node_modules of their own. */
const membersOf = (nodes: NpmInventory['nodes']): string[] =>
  [...nodes.keys()].filter((place) => place !== '' && !place.includes('node_modules/') && !place.startsWith('..'));

/** A copy of all that npm reads to complete a lock file. */
async function layOut(workspace: string, trial: string, { nodes }: NpmInventory, manifest: string, lock: string): Promise<void> {
  await writeFile(join(trial, 'package.json'), manifest);
  await writeFile(join(trial, 'package-lock.json'), lock);
  for (const path of ['.npmrc', ...membersOf(nodes).map((place) => `${place}/package.json`)]) {
    await mkdir(dirname(join(trial, path)), { recursive: true });
    await copyFile(join(workspace, path), join(trial, path)).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw new Error(messageOf(error), { cause: error });
    });
  }
}

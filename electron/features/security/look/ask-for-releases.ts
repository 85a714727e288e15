import type { Release } from '../inventory/package.ts';
import { askIndexes, releasesOf, type IndexFile } from '../inventory/pip-index.ts';
import { indexesOf, variablesFor } from '../inventory/pip-indexes.ts';
import type { PipInventory } from '../inventory/pip-inventory.ts';
import { inParallel } from '../web/in-parallel.ts';
import { indexStatus, type EcosystemLook } from './ecosystem-look.ts';
import type { LookContext } from './look-context.ts';

const WIDTH = 8;

/** What the indexes of this workspace have. */
export interface PipReleases {
  host: string;
  /** For calls of pip. */
  variables: Record<string, string>;
  files: Map<string, readonly IndexFile[]>;
  releases: Map<string, readonly Release[] | null>;
  status: EcosystemLook['sources'][number];
}

/** Asks the indexes about every package that came from one. */
export async function askForReleases(
  { workspace, settings, tools, ask, signal }: LookContext,
  inventory: PipInventory,
): Promise<PipReleases> {
  const { environment, packages } = inventory;
  const indexes = await indexesOf({ workspace, index: settings.pip.index, tools, signal }, inventory);
  const asked = packages.filter(({ fromIndex }) => fromIndex);
  const files = new Map<string, readonly IndexFile[]>();
  const releases = new Map<string, readonly Release[] | null>();
  let reason = indexes.ok ? '' : indexes.reason;
  await inParallel(asked, WIDTH, async ({ key }) => {
    const answer = indexes.ok ? await askIndexes(indexes.urls, key, ask, signal) : indexes;
    if (!answer.ok) reason = answer.reason;
    else files.set(key, answer.files);
    releases.set(key, answer.ok ? releasesOf(answer.files, environment.facts, settings.pip.sourceBuilds) : null);
  });
  const host = indexes.ok ? new URL(indexes.urls[0] ?? '').host : '';
  return {
    host,
    variables: variablesFor(indexes),
    files,
    releases,
    status: indexStatus('pip-index', 'pip', asked, releases, reason),
  };
}

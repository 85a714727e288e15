import { lstatSync } from 'node:fs';
import { isInside } from '../../../kernel/names.ts';
import type { CancelFlag } from './cancel.ts';
import { compare } from './compare.ts';
import { onDisk, type FoundFile } from './entries.ts';
import { createHashPool } from './hash-pool.ts';
import { hashThroughCache } from './hash-through-cache.ts';
import { createLocalLookup } from './local-lookup.ts';
import type { Manifest } from './manifest.ts';
import { openObservations, type BaseEntry, type Observations } from './observations.ts';
import { MANIFEST_NAME, readParticipation, type Participation } from './participation.ts';
import { inScope, resolveFolders } from './scope.ts';
import type { Survey, SurveyProgress, SurveyRequest } from './types.ts';
import { countBase, youngestArrival } from './tally.ts';
import { rootIdentity, sourceMissing } from './source-identity.ts';
import { walkSource, type SourceTree } from './walk-source.ts';

export interface SurveyTools {
  cancel: CancelFlag;
  onProgress: (progress: SurveyProgress) => void;
  now: () => number;
}

/**
 * Compares Core, workspace and base. Runs in a worker thread: everything in it is synchronous but for the hashing.
 * @throws AppError `source-missing`, `source-unreadable`, `cancelled`
 */
export async function runSurvey(request: SurveyRequest, tools: SurveyTools): Promise<Survey> {
  const rootBefore = rootIdentity(request.source);
  const participation = readParticipation(request);
  const observations = openObservations(request.databasePath);
  const pool = createHashPool();
  try {
    if (observations.isNew()) pool.expectMuch();
    const { tree, base } = lookAtSource(request, participation, observations, tools.cancel);
    const local = lookUpLocal(request.workspace, [tree.files, base]);
    const complete = request.scope.kind === 'full';
    const work = await hashThroughCache(
      [
        { root: 'source', folder: request.source, files: [...tree.files.values()], complete },
        { root: 'local', folder: request.workspace, files: [...local.values()], complete },
      ],
      {
        ...tools,
        pool,
        observations,
        allowStream: request.allowStream,
        onProgress: (done, total) => tools.onProgress({ done, total }),
      },
    );
    const { manifest, verdict } = await lookAtManifest(request.source, participation, tree);
    const comparison = compare({
      source: tree.files,
      local,
      base,
      blocked: tree.blocked,
      manifest: manifest.state === 'read' ? manifest.sums : null,
      archivePaths: [request.archivePath, ...observations.archiveFolders()],
      allowStream: request.allowStream,
      now: tools.now(),
    });
    // Core may have been unmounted or replaced under our feet: then nothing that was seen is worth remembering.
    if (rootIdentity(request.source) !== rootBefore) throw sourceMissing(request.source);
    observations.agree(comparison.agreed);
    return {
      rows: comparison.rows,
      counts: { ...countBase(base, tree), ...work, sourceFiles: tree.files.size, pointers: tree.pointers },
      manifest: verdict,
      youngestArrival: youngestArrival(comparison.rows, tree, request.source, tools.now()),
      full: complete,
    };
  } finally {
    observations.close();
    await pool.dispose();
  }
}

function lookAtSource(
  request: SurveyRequest,
  participation: Participation,
  observations: Observations,
  cancel: CancelFlag,
): { tree: SourceTree; base: Map<string, BaseEntry> } {
  const options = { root: request.source, participation, maxFileBytes: request.maxFileBytes, cancel };
  if (request.scope.kind === 'full') {
    const tree = walkSource([{ key: '', path: '' }], { ...options, enter: () => true });
    return { tree, base: relevantBase(observations.base(''), participation, tree) };
  }
  const folders = resolveFolders(request.source, request.scope.folders.filter(participation.folder));
  const enter = (folder: { key: string; path: string }): boolean => !observations.knowsFolder(folder.key, folder.path);
  const tree = walkSource(
    folders.present.filter(({ key }) => participation.folder(key)),
    { ...options, enter },
  );
  for (const [key, obstacle] of folders.blocked) tree.blocked.set(key, obstacle);
  const base = new Map<string, BaseEntry>();
  for (const folder of new Set([...folders.absent, ...folders.present.map(({ key }) => key)])) {
    for (const [key, entry] of observations.base(folder)) if (inScope(key, folder, tree.folders)) base.set(key, entry);
  }
  return { tree, base: relevantBase(base, participation, tree) };
}

/** Without what no longer takes part by the settings, and without what an obstacle hides: neither is missing from Core. */
function relevantBase(
  base: ReadonlyMap<string, BaseEntry>,
  participation: Participation,
  tree: SourceTree,
): Map<string, BaseEntry> {
  const blocked = [...tree.blocked.keys()];
  const isHidden = (key: string): boolean => blocked.some((folder) => isInside(key, folder));
  return new Map([...base].filter(([key]) => tree.files.has(key) || (participation.file(key) && !isHidden(key))));
}

function lookUpLocal(workspace: string, wanted: readonly ReadonlyMap<string, unknown>[]): Map<string, FoundFile> {
  const lookUp = createLocalLookup(workspace);
  const found = new Map<string, FoundFile>();
  for (const keys of wanted) {
    for (const key of keys.keys()) {
      const file = found.has(key) ? null : lookUp(key);
      if (file !== null) found.set(key, file);
    }
  }
  return found;
}

async function lookAtManifest(
  source: string,
  participation: Participation,
  tree: SourceTree,
): Promise<{ manifest: Manifest; verdict: Survey['manifest'] }> {
  if (!exists(onDisk(source, MANIFEST_NAME))) return { manifest: { state: 'absent' }, verdict: { state: 'absent', detail: '' } };
  // Few Cores have one, and reading it takes a schema library that would slow down every other survey.
  const { manifestVerdict, readManifest } = await import('./manifest.ts');
  const manifest = readManifest(source);
  const isThere = (key: string): boolean => tree.files.has(key) || exists(onDisk(source, key));
  return { manifest, verdict: manifestVerdict(manifest, participation.file, isThere) };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

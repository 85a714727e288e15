import type { CancelFlag } from './cancel.ts';
import { isPlaceholder, placeholderOf } from './compare.ts';
import type { FoundFile } from './entries.ts';
import type { HashPool, HashRequest } from './hash-pool.ts';
import type { CachedHash, HashedFile, Observations, Root } from './observations.ts';
import { isCacheable, isTrusted } from './stat-cache-rule.ts';

export interface RootFiles {
  root: Root;
  /** Absolute path of the root. */
  folder: string;
  files: readonly FoundFile[];
  /** Whether `files` is all there is: then everything else that is remembered may be forgotten. */
  complete: boolean;
}

export interface HashingOptions {
  pool: HashPool;
  observations: Observations;
  allowStream: boolean;
  cancel: CancelFlag;
  now: () => number;
  onProgress: (done: number, total: number) => void;
}

/** Gives each file its hash, from memory where its stamp has not changed, else by reading it. Says how much was read. */
export async function hashThroughCache(
  roots: readonly RootFiles[],
  options: HashingOptions,
): Promise<{ hashed: number; hashedBytes: number }> {
  const requests = roots.flatMap((one) => recall(one, options));
  const startedAt = options.now();
  await options.pool.hashAll(requests, options.cancel, (done) => options.onProgress(done, requests.length));
  for (const { root, folder } of roots) {
    const fresh = requests.filter((request) => request.root === folder).flatMap(({ file }) => cacheable(file, startedAt));
    options.observations.remember(root, fresh);
  }
  const read = requests.filter(({ file }) => file.hash !== null);
  return { hashed: read.length, hashedBytes: read.reduce((sum, { file }) => sum + Number(file.stamp?.size ?? 0n), 0) };
}

/** Fills in what is remembered and returns what must be read. */
function recall({ root, folder, files, complete }: RootFiles, { observations, allowStream }: HashingOptions): HashRequest[] {
  const all = complete ? observations.cachedAll(root) : null;
  const requests: HashRequest[] = [];
  let recognised = 0;
  for (const file of files) {
    const remembered = all === null ? observations.cached(root, file.path) : all.get(file.path);
    if (remembered !== undefined) recognised += 1;
    if (file.stamp === null || file.obstacle !== null) continue;
    if (remembered !== undefined && isTrusted(remembered, file.stamp)) file.hash = remembered.hash;
    else if (root === 'source' && isPlaceholder(file) && !allowStream) file.obstacle = placeholderOf(file, allowStream);
    else requests.push({ root: folder, file });
  }
  if (all !== null && all.size > recognised) observations.forget(root, strangers(all, files));
  return requests;
}

/** Remembered paths of files that are there no more. */
function strangers(all: ReadonlyMap<string, CachedHash>, files: readonly FoundFile[]): string[] {
  const present = new Set(files.map((file) => file.path));
  return [...all.keys()].filter((path) => !present.has(path));
}

const cacheable = ({ path, stamp, hash }: FoundFile, hashedAt: number): HashedFile[] =>
  stamp === null || hash === null || !isCacheable(stamp, hashedAt) ? [] : [{ path, hash, ...stamp }];

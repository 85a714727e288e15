import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { toKey } from '../../../kernel/names.ts';
import { MANIFEST_NAME } from './participation.ts';
import type { ManifestVerdict } from './types.ts';

/** Sums that the sender of a set writes last, by key. */
export type ManifestSums = ReadonlyMap<string, string>;
export type Manifest = { state: 'absent' } | { state: 'invalid'; detail: string } | { state: 'read'; sums: ManifestSums };

const sum = z
  .string()
  .regex(/^(?:sha256:)?[0-9a-f]{64}$/i, 'is not a SHA-256 sum in hex')
  .transform((text) => text.slice(-64).toLowerCase());
const sums = z.record(z.string(), sum);
const manifestSchema = z.union([
  z
    .array(z.object({ path: z.string(), sha256: sum }))
    .transform((list) => list.map(({ path, sha256 }) => [path, sha256] as const)),
  z.looseObject({ files: sums }).transform(({ files }) => Object.entries(files)),
  sums.transform((files) => Object.entries(files)),
]);

const LARGEST_BYTES = 64 * 1024 * 1024;

/** Reads MANIFEST.json at Core's root. Anything but a whole and sensible manifest is invalid: half of a set's list proves nothing. */
export function readManifest(source: string): Manifest {
  const path = join(source, MANIFEST_NAME);
  try {
    const stat = lstatSync(path);
    if (!stat.isFile()) return { state: 'invalid', detail: `${MANIFEST_NAME} is not a file` };
    if (stat.size > LARGEST_BYTES) return { state: 'invalid', detail: `${MANIFEST_NAME} is too large (${stat.size} bytes)` };
    return parseManifest(readFileSync(path, 'utf8'));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? { state: 'absent' } : { state: 'invalid', detail: messageOf(error) };
  }
}

/** Accepts `{files: {path: sum}}`, `{path: sum}` and `[{path, sha256}]`. */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { state: 'invalid', detail: `${MANIFEST_NAME} is not JSON: ${messageOf(error)}` };
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) return { state: 'invalid', detail: `${MANIFEST_NAME} does not list paths with SHA-256 sums` };
  return collect(parsed.data);
}

function collect(entries: readonly (readonly [path: string, sum: string])[]): Manifest {
  const sums = new Map<string, string>();
  for (const [path, value] of entries) {
    const key = toKey(path.replaceAll('\\', '/').replace(/^\.\//, ''));
    if (key.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
      return { state: 'invalid', detail: `${MANIFEST_NAME} lists ${JSON.stringify(path)}, which is not a path below Core` };
    }
    if ((sums.get(key) ?? value) !== value) return { state: 'invalid', detail: `${MANIFEST_NAME} lists ${key} with two sums` };
    sums.set(key, value);
  }
  return { state: 'read', sums };
}

/** Whether every listed file that takes part is there. `exists` may look at the disk. */
export function manifestVerdict(
  manifest: Manifest,
  takesPart: (key: string) => boolean,
  exists: (key: string) => boolean,
): ManifestVerdict {
  if (manifest.state === 'absent') return { state: 'absent', detail: '' };
  if (manifest.state === 'invalid') return manifest;
  const missing = [...manifest.sums.keys()].filter((key) => takesPart(key) && !exists(key));
  if (missing.length === 0) return { state: 'complete', detail: '' };
  const shown = missing.slice(0, 5).join(', ');
  return { state: 'incomplete', detail: `${missing.length} listed and not in Core: ${shown}${missing.length > 5 ? ', …' : ''}` };
}

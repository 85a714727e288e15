import { z } from 'zod';
import type { ToolRunner } from '../../../kernel/ports/tool-runner.ts';
import type { Ask } from '../web/ask.ts';
import type { Release } from './package.ts';

const ranges = z.record(z.string(), z.string()).catch({}).default({});
const text = z.record(z.string(), z.unknown());

const versionSchema = z.looseObject({
  version: z.string(),
  dist: z.object({ tarball: z.string().max(4000), integrity: z.string().max(4000).optional() }),
  dependencies: ranges,
  optionalDependencies: ranges,
  peerDependencies: ranges,
});
export type PublishedVersion = z.infer<typeof versionSchema>;

const packumentSchema = z.object({
  versions: z.record(
    z.string(),
    versionSchema.catch({ version: '', dist: { tarball: '' }, dependencies: {}, optionalDependencies: {}, peerDependencies: {} }),
  ),
  time: text.catch({}).default({}),
});

export type RegistryAnswer =
  | { ok: true; releases: readonly Release[]; versions: Readonly<Record<string, PublishedVersion>> }
  | { ok: false; reason: string };

const MOST_BYTES = 128 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Asks the registry for a package, with the times of its releases. */
export async function askRegistry(registry: string, name: string, ask: Ask, signal: AbortSignal): Promise<RegistryAnswer> {
  const url = `${registry}/${name.replace('/', '%2f')}`;
  const answer = await ask({ url, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES, signal });
  if (!answer.ok) return { ok: false, reason: answer.reason };
  const parsed = packumentSchema.safeParse(answer.body);
  if (!parsed.success) return { ok: false, reason: `${new URL(registry).host} answered with something else than a package` };
  const { versions, time } = parsed.data;
  const releases = Object.entries(versions).map(([version, one]) => {
    const at = time[version];
    const released = typeof at === 'string' ? Date.parse(at) : Number.NaN;
    return {
      version,
      releasedAt: Number.isNaN(released) ? null : released,
      yanked: false,
      // Without a sum npm could not prove what it gets.
      installable: one.version === version && one.dist.integrity !== undefined && /^https?:/.test(one.dist.tarball),
    };
  });
  return { ok: true, releases, versions };
}

/** Which registry has a package: a scope may have one of its own, and elsewhere a stranger may hold the same name. */
export type RegistryFor = (name: string) => string;

const configSchema = z.record(z.string(), z.unknown());

/** The registries that npm is configured with here; `main` overrules the one without scope. Null: npm does not say. */
export async function configuredRegistries(
  workspace: string,
  main: string,
  tools: ToolRunner,
  signal: AbortSignal,
): Promise<RegistryFor | null> {
  const args = ['config', 'list', '--json'];
  const { ok, stdout } = await tools.run({ file: 'npm', args, cwd: workspace, timeoutMs: 60_000, signal });
  const config = ok ? parse(stdout) : null;
  if (config === null) return null;
  const urlOf = (key: string): string | null => {
    const value = config[key];
    return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value) ? value.replace(/\/+$/, '') : null;
  };
  const first = main === '' ? (urlOf('registry') ?? 'https://registry.npmjs.org') : main;
  return (name) => (name.startsWith('@') ? urlOf(`${name.split('/')[0] ?? ''}:registry`) : null) ?? first;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return configSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: npm has not said.
    return null;
  }
}

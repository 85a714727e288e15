import { z } from 'zod';
import type { PlannedUpgrade } from '../../../../../shared/model/security.ts';
import { distributionKey } from '../../../../kernel/python/index.ts';
import { common, pip, withList, type PipChangeContext } from './pip-calls.ts';
import { tailOf } from './said.ts';

/** pip's installation report, version 1 (pip.pypa.io/en/stable/reference/installation-report). */
const reportSchema = z.object({
  install: z.array(
    z.object({
      metadata: z.object({ name: z.string(), version: z.string() }),
      is_yanked: z.boolean().default(false),
      download_info: z.object({
        url: z.string(),
        archive_info: z.object({ hashes: z.record(z.string(), z.string()).default({}) }).optional(),
      }),
    }),
  ),
});

/** One distribution that pip would install. */
export interface Resolved {
  name: string;
  key: string;
  version: string;
  sha256: string | null;
  yanked: boolean;
}

/** Lets pip resolve upgrades without doing them: first as if nothing else might move. */
export async function resolveUpgrades(
  context: PipChangeContext,
  upgrades: readonly PlannedUpgrade[],
  signal: AbortSignal,
): Promise<{ ok: true; resolved: Resolved[] } | { ok: false; reason: string }> {
  const wanted = new Set(upgrades.map(({ name }) => distributionKey(name)));
  const others = context.inventory.packages.filter(({ key, fromIndex }) => fromIndex && !wanted.has(key));
  let reason = '';
  // First as if nothing else might move; then nothing else may go back.
  for (const operator of ['==', '>=']) {
    const constraints = others.map(
      ({ name, version }) => `${name}${operator}${operator === '>=' ? publicVersion(version) : version}`,
    );
    const result = await withList(context, constraints, (file) => {
      const names = upgrades.map(({ name, to }) => `${name}==${to}`);
      const args = ['install', '--dry-run', '--quiet', '--report', '-', '--no-input', '-c', file, ...common(context), ...names];
      return pip(context, args, signal);
    });
    const report = result.ok ? readReport(result.stdout) : null;
    if (report !== null) return { ok: true, resolved: report };
    reason = result.ok ? 'pip gave no report' : `pip ${result.ending}: ${tailOf(result)}`;
    if (signal.aborted) break;
  }
  return { ok: false, reason };
}

const publicVersion = (version: string): string => version.split('+')[0] ?? version;

function readReport(text: string): Resolved[] | null {
  try {
    const { install } = reportSchema.parse(JSON.parse(text));
    return install.map(({ metadata, is_yanked, download_info }) => ({
      name: metadata.name,
      key: distributionKey(metadata.name),
      version: metadata.version,
      sha256: download_info.archive_info?.hashes['sha256'] ?? null,
      yanked: is_yanked,
    }));
  } catch {
    // Not a report: the caller says so.
    return null;
  }
}

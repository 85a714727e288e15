import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import type { ToolResult, ToolRunner } from '../../../../kernel/ports/tool-runner.ts';
import type { Consultation } from '../../advisories/consult.ts';
import type { PublishedVersion } from '../../inventory/npm-registry.ts';

export interface NpmChangeContext {
  workspace: string;
  /** For a trial of the lock file. Absolute. */
  scratch: string;
  settings: SecuritySettings['npm'];
  registry: string;
  /** By name: what the registry has. */
  published: ReadonlyMap<string, Readonly<Record<string, PublishedVersion>>>;
  isVulnerable: (name: string, version: string) => boolean;
  /** Learns what is known of further packages. Returns those that nobody could speak of. */
  learn: Consultation['learn'];
  tools: ToolRunner;
}

const TIMEOUT_MS = 900_000;

/** Options of every call that installs, or seems to. */
export const common = ({ settings, registry }: NpmChangeContext): string[] => [
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--prefer-offline',
  // Whatever an .npmrc says: nothing by force, nothing only seemingly.
  '--no-force',
  '--no-dry-run',
  '--package-lock',
  `--registry=${registry}`,
  ...(settings.scripts ? [] : ['--ignore-scripts']),
];

/** Runs npm. */
export const npm = (
  { tools }: NpmChangeContext,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
  onStart?: Parameters<ToolRunner['run']>[0]['onStart'],
): Promise<ToolResult> =>
  tools.run({ file: 'npm', args, cwd, timeoutMs: TIMEOUT_MS, signal, ...(onStart === undefined ? {} : { onStart }) });

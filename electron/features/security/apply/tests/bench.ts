import { join } from 'node:path';
import type { SecurityTest } from '../../../../../shared/model/security.ts';
import type { SecuritySettings } from '../../../../../shared/model/settings.ts';
import type { CommandRunner } from '../../../../kernel/ports/command-runner.ts';
import type { EnvironmentProof } from '../../../../kernel/ports/environment-proof.ts';
import type { ToolRunner } from '../../../../kernel/ports/tool-runner.ts';
import { errnoOf } from '../../../../kernel/errors.ts';
import { inParallel } from '../../web/in-parallel.ts';
import { hashOf } from '../snapshot/tree.ts';

/** One thing that must be importable, and the program that imports it. */
export interface Probe {
  name: string;
  file: string;
  args: readonly string[];
}

/** What an ecosystem brings to the test bench. */
export interface Benchmarks {
  probes(): Promise<readonly Probe[]>;
  /** What the package manager itself finds inconsistent; null: it could not say. */
  conflicts(signal: AbortSignal): Promise<readonly string[] | null>;
}

export interface BenchContext {
  workspace: string;
  settings: SecuritySettings['tests'];
  tools: ToolRunner;
  runCommand: CommandRunner;
  environment: EnvironmentProof;
}

/** How things stood before the change: what was broken already does not count against it. */
export interface Baseline {
  working: readonly Probe[];
  broken: readonly string[];
  conflicts: readonly string[] | null;
  files: ReadonlyMap<string, string>;
}

const WIDTH = 4;

/** Looks at everything before a change. */
export async function takeBaseline(context: BenchContext, marks: Benchmarks, signal: AbortSignal): Promise<Baseline> {
  const probes = context.settings.imports ? await marks.probes() : [];
  const results = await runProbes(context, probes, signal);
  await context.environment.before(signal);
  return {
    working: probes.filter((_, index) => results[index] === null),
    broken: probes.flatMap(({ name }, index) => (results[index] === null ? [] : [name])),
    conflicts: await marks.conflicts(signal),
    files: await hashesOf(context),
  };
}

/** The integrity test of a change, against what was before it. `rewritten`: files that the change itself was to write. */
export async function runTests(
  context: BenchContext,
  marks: Benchmarks,
  baseline: Baseline,
  rewritten: readonly string[],
  signal: AbortSignal,
): Promise<SecurityTest[]> {
  const tests: SecurityTest[] = [];
  const add = async (name: SecurityTest['name'], run: () => Promise<{ passed: boolean; detail: string }>): Promise<void> => {
    const began = performance.now();
    const { passed, detail } = await run();
    tests.push({ name, passed, detail, durationMs: performance.now() - began });
  };
  if (context.settings.imports) await add('import_test', () => testImports(context, baseline, signal));
  await add('dependency_check', () => testConflicts(marks, baseline, signal));
  await add('environment_check', () => testEnvironment(context, signal));
  await add('critical_files', () => testFiles(context, baseline, rewritten));
  if (context.settings.verify.length > 0) await add('verify_commands', () => testCommands(context, signal));
  return tests;
}

async function testImports(
  context: BenchContext,
  { working, broken }: Baseline,
  signal: AbortSignal,
): Promise<{ passed: boolean; detail: string }> {
  const results = await runProbes(context, working, signal);
  const failed = working.flatMap(({ name }, index) => (results[index] === null ? [] : [`${name}: ${results[index] ?? ''}`]));
  const before = broken.length === 0 ? '' : ` Not importable before either: ${broken.join(', ')}.`;
  const good = `${working.length} imported.${before}`;
  return { passed: failed.length === 0, detail: failed.length === 0 ? good : failed.slice(0, 5).join('\n') };
}

/** Null where the import succeeded, else its last words. */
function runProbes(
  { workspace, settings, tools }: BenchContext,
  probes: readonly Probe[],
  signal: AbortSignal,
): Promise<(string | null)[]> {
  return inParallel(probes, WIDTH, async ({ file, args }) => {
    const env = { PYTHONDONTWRITEBYTECODE: '1', NIGHTGUARD_IMPORT_TEST: '1' };
    const result = await tools.run({ file, args, cwd: workspace, env, timeoutMs: settings.importSeconds * 1000, signal });
    return result.ok ? null : `${result.ending}: ${result.stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? ''}`;
  });
}

async function testConflicts(
  marks: Benchmarks,
  { conflicts }: Baseline,
  signal: AbortSignal,
): Promise<{ passed: boolean; detail: string }> {
  const now = await marks.conflicts(signal);
  if (now === null) return { passed: false, detail: 'could not be checked' };
  const fresh = now.filter((one) => !(conflicts ?? []).includes(one));
  return { passed: fresh.length === 0, detail: fresh.slice(0, 5).join('\n') };
}

async function testEnvironment({ environment }: BenchContext, signal: AbortSignal): Promise<{ passed: boolean; detail: string }> {
  const verdict = await environment.after(signal);
  return verdict === null
    ? { passed: true, detail: 'switched off in the settings' }
    : { passed: verdict.ok, detail: verdict.detail };
}

async function testFiles(
  context: BenchContext,
  { files }: Baseline,
  rewritten: readonly string[],
): Promise<{ passed: boolean; detail: string }> {
  const now = await hashesOf(context);
  const changed = [...files].filter(([path, hash]) => !rewritten.includes(path) && now.get(path) !== hash).map(([path]) => path);
  return { passed: changed.length === 0, detail: changed.join(', ') };
}

async function hashesOf({ workspace, settings }: BenchContext): Promise<Map<string, string>> {
  const entries = settings.criticalFiles.map(async (path) => {
    const hash = await hashOf(join(workspace, path)).catch((error: unknown) => `missing: ${errnoOf(error) ?? 'unreadable'}`);
    return [path, hash] as const;
  });
  return new Map(await Promise.all(entries));
}

async function testCommands(
  { workspace, settings, runCommand }: BenchContext,
  signal: AbortSignal,
): Promise<{ passed: boolean; detail: string }> {
  for (const { run, timeoutSeconds } of settings.verify) {
    const { ok, output } = await runCommand(run, { cwd: workspace, timeoutMs: timeoutSeconds * 1000, signal });
    if (!ok) return { passed: false, detail: `${run}\n${output.slice(-2000)}` };
  }
  return { passed: true, detail: settings.verify.map(({ run }) => run).join(', ') };
}

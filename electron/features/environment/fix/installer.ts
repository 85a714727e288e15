import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessResult, ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { findOnPath, PIP_ENVIRONMENT, PIP_WORDS } from '../../../kernel/python/index.ts';
import type { WorkingPython } from '../python/look-at-python.ts';
import type { InstallLog } from './install-log.ts';
import type { InstallPlan } from './install-plan.ts';
import { lastWords, whyNotInstalled, type WhyNot } from './why-not-installed.ts';

export interface InstallContext {
  workspace: string;
  python: WorkingPython;
  environment: Readonly<Record<string, string | undefined>>;
  useSystemPython: boolean;
  runProcess: ProcessRunner;
  timeoutMs: number;
  signal: AbortSignal | undefined;
  log: InstallLog;
}

/** The program that installs, or why there may be none. */
export type Installer = { ok: true; kind: 'pip' | 'uv'; command: readonly [string, ...string[]] } | { ok: false; why: WhyNot };

/** Chooses pip, or uv where the environment was made without pip. The system's Python stays as it is unless the settings and the system allow it. */
export function chooseInstaller({
  python,
  environment,
  useSystemPython,
}: Pick<InstallContext, 'python' | 'environment' | 'useSystemPython'>): Installer {
  if (python.kind === 'system') {
    if (!useSystemPython) return { ok: false, why: 'system-python' };
    // PEP 668: not even then.
    if (python.facts.externallyManaged !== null) return { ok: false, why: 'externally-managed' };
  }
  if (python.kind === 'venv' && !python.isInside) return { ok: false, why: 'elsewhere' };
  const quiet = ['--quiet', '--no-input', '--no-color'];
  if (python.facts.hasPip) return { ok: true, kind: 'pip', command: [python.python, ...PIP_WORDS, 'install', ...quiet] };
  const uv = findOnPath([process.platform === 'win32' ? 'uv.exe' : 'uv'], environment);
  if (uv === null) return { ok: false, why: 'no-installer' };
  return {
    ok: true,
    kind: 'uv',
    command: [uv, 'pip', 'install', '--quiet', '--no-progress', '--color', 'never', '--python', python.python],
  };
}

export type InstallResult = { ok: true } | { ok: false; why: WhyNot; detail: string };

/** Installs what the plan says with one process. Its output goes to the log. */
export async function install(
  context: InstallContext,
  { kind, command: [program, ...words] }: Extract<Installer, { ok: true }>,
  plan: InstallPlan,
): Promise<InstallResult> {
  const { workspace, runProcess, timeoutMs, signal, log } = context;
  const folder = await mkdtemp(join(workspace, '.nightguard', 'environment', 'plan-'));
  try {
    const [requirements, constraints] = [join(folder, 'requirements.txt'), join(folder, 'constraints.txt')];
    await writeFile(requirements, plan.requirements, { mode: 0o600 });
    await writeFile(constraints, plan.constraints, { mode: 0o600 });
    // Pip says why an index could not be reached in its own log only.
    const own = join(folder, 'pip.log');
    const verbose = kind === 'pip' ? ['--log', own] : [];
    const args = [...words, ...verbose, '--constraint', constraints, '--requirement', requirements];
    const result = await runProcess(program, args, {
      cwd: workspace,
      timeoutMs,
      env: PIP_ENVIRONMENT,
      ...(signal === undefined ? {} : { signal }),
    });
    const output = `${result.stdout}${result.stderr}`;
    const details = await tailOf(own);
    await log.write(`$ ${[program, ...args].join(' ')}\n${plan.requirements}\n${output}\n${details}\n${ending(result)}\n\n`);
    if (result.end === 'exited' && result.code === 0) return { ok: true };
    return { ok: false, why: whyNotInstalled(result, output, details), detail: lastWords(output) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Characters. */
const MOST_DETAILS = 256_000;

async function tailOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).slice(-MOST_DETAILS);
  } catch (error) {
    // It was not begun, or the installer keeps none.
    if (errnoOf(error) === 'ENOENT') return '';
    throw error;
  }
}

const ending = ({ end, code, durationMs }: ProcessResult): string =>
  `${end}${code === null ? '' : ` ${code}`} after ${Math.round(durationMs)} ms`;

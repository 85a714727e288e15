import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessRunner } from '../../../kernel/ports/process-runner.ts';
import {
  findInterpreter,
  inspectInterpreter,
  readInstalled,
  type FoundInterpreter,
  type Installed,
  type InterpreterFacts,
} from '../../../kernel/python/index.ts';

export type WorkingPython = Extract<FoundInterpreter, { python: string }> & { facts: InterpreterFacts; installed: Installed };

/** The Python of the workspace as it answers now. */
export type PythonState =
  | { state: 'working'; python: WorkingPython; watched: readonly string[] }
  | { state: 'none'; watched: readonly string[] }
  | { state: 'broken'; isVenv: boolean; folder: string | null; detail: string; watched: readonly string[] };

export interface LookContext {
  workspace: string;
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  runProcess: ProcessRunner;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** Finds the interpreter, asks it once what it is, and reads what is installed for it without asking again. */
export async function lookAtPython({
  workspace,
  environment,
  platform,
  runProcess,
  timeoutMs,
  signal,
}: LookContext): Promise<PythonState> {
  const found = findInterpreter({ workspace, environment, platform });
  const customary = ['.venv', 'venv'].map((name) => join(workspace, name, 'pyvenv.cfg'));
  if (found.kind === 'none') return { state: 'none', watched: customary };
  if (found.kind === 'broken-venv') {
    const { folder, detail } = found;
    return {
      state: 'broken',
      isVenv: true,
      folder,
      detail,
      watched: [...customary, folder, join(folder, 'bin'), join(folder, 'bin', 'python')],
    };
  }
  const inspection = await inspectInterpreter(found.python, {
    runProcess,
    timeoutMs,
    // Not the workspace: nothing that lies there may be taken for a module.
    cwd: await realpath(platform === 'win32' ? (environment['SystemRoot'] ?? 'C:\\') : '/'),
    ...(signal === undefined ? {} : { signal }),
  });
  if (inspection.state === 'broken') {
    const folder = found.kind === 'venv' ? found.folder : null;
    return {
      state: 'broken',
      isVenv: found.kind === 'venv',
      folder,
      detail: inspection.detail,
      watched: [...customary, found.python],
    };
  }
  const { facts } = inspection;
  const installed = await readInstalled(facts.paths);
  return { state: 'working', python: { ...found, facts, installed }, watched: [...customary, found.python, ...facts.paths] };
}

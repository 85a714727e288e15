import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { findInterpreter, inspectInterpreter, type InterpreterFacts } from '../../../kernel/python/index.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import type { ProcessRunner } from '../../../kernel/ports/process-runner.ts';

/** The Python environment of a workspace. */
export interface PipEnvironment {
  python: string;
  facts: InterpreterFacts;
  /** What an upgrade may change, and what therefore must be copied before. Absolute. */
  trees: readonly string[];
  /** Why nothing may be changed there; null: it may. */
  unmanaged: string | null;
}

export type FoundEnvironment =
  | { state: 'found'; environment: PipEnvironment }
  | { state: 'none' }
  | { state: 'broken'; reason: string };

export interface EnvironmentOptions {
  workspace: string;
  settings: { python: string; allowSystem: boolean };
  runProcess: ProcessRunner;
  signal: AbortSignal;
}

const TIMEOUT_MS = 60_000;

/** Finds the workspace's own environment. A system's Python is looked at, and left alone unless the settings allow it and its owner does (PEP 668). */
export async function findEnvironment({
  workspace,
  settings,
  runProcess,
  signal,
}: EnvironmentOptions): Promise<FoundEnvironment> {
  const python =
    settings.python === ''
      ? own(workspace)
      : { path: join(isAbsolute(settings.python) ? '' : workspace, settings.python), isInside: true };
  if (python === null) return { state: 'none' };
  if ('reason' in python) return { state: 'broken', reason: python.reason };
  const inspection = await inspectInterpreter(python.path, { runProcess, timeoutMs: TIMEOUT_MS, cwd: workspace, signal });
  if (inspection.state === 'broken') return { state: 'broken', reason: inspection.detail };
  const { facts } = inspection;
  // What links lead to: a copy of a link would be none of what it leads to.
  const trees = (facts.isVenv ? [facts.prefix] : [...new Set([facts.purelib, facts.platlib])]).map(real);
  const unmanaged = whyElsewhere(workspace, facts, trees, python.isInside) ?? whyUnmanaged(facts, settings.allowSystem);
  return { state: 'found', environment: { python: python.path, facts, trees, unmanaged } };
}

function own(workspace: string): { path: string; isInside: boolean } | { reason: string } | null {
  const found = findInterpreter({ workspace, environment: process.env });
  switch (found.kind) {
    case 'venv':
      return { path: found.python, isInside: found.isInside };
    case 'system':
      return { path: found.python, isInside: true };
    case 'broken-venv':
      return { reason: found.detail };
    case 'none':
      return null;
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/** An environment is changed where the copy of it can be put back, and where nobody else's is. */
function whyElsewhere(
  workspace: string,
  { isVenv, purelib, platlib }: InterpreterFacts,
  trees: readonly string[],
  isInside: boolean,
): string | null {
  if (!isInside) return 'This environment lies outside of the workspace.';
  const home = real(workspace);
  if (trees.some((tree) => tree === home || inWorkspace(tree, home) !== null))
    return 'The workspace lies inside of this environment.';
  const [tree = ''] = trees;
  return isVenv && [purelib, platlib].some((path) => inWorkspace(tree, real(path)) === null)
    ? 'The packages of this environment lie outside of it.'
    : null;
}

function whyUnmanaged({ isVenv, externallyManaged, hasPip }: InterpreterFacts, allowSystem: boolean): string | null {
  if (!hasPip) return 'pip is not installed in this environment.';
  if (isVenv) return null;
  if (externallyManaged !== null) return 'The operating system keeps this Python for itself (PEP 668).';
  return allowSystem ? null : 'This Python is no virtual environment; security.pip.allowSystem is off.';
}

/** Relative to the workspace, POSIX separators; null: outside of it. */
export function inWorkspace(workspace: string, path: string): string | null {
  const way = relative(workspace, path);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? null : way.replaceAll('\\', '/');
}

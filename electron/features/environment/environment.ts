import { readFile } from 'node:fs/promises';
import { stateOf, type AppliedFix, type EnvironmentReport, type Finding } from '../../../shared/model/environment.ts';
import type { EnvironmentSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import { errnoOf } from '../../kernel/errors.ts';
import { within } from '../../kernel/paths.ts';
import type { ProcessRunner } from '../../kernel/ports/process-runner.ts';
import { allChecks } from './checks/index.ts';
import type { CheckContext, Fix } from './checks/types.ts';
import type { ActPorts } from './fix/act-ports.ts';
import { createFolder } from './fix/create-folder.ts';
import { openInstallLog } from './fix/install-log.ts';
import { installPackages } from './fix/install-packages.ts';
import { createRedactor, type Redact } from './fix/redact.ts';
import { needsOf, type WorkspaceKind } from './needs/needs-of.ts';
import { lookAtPython } from './python/look-at-python.ts';
import { readRequirements } from './requirements/read-requirements.ts';
import { runChecks, withFailures, type Checked } from './run-checks.ts';

/** What a check of the environment stands on. */
export interface EnvironmentContext extends ActPorts {
  workspace: string;
  kind: () => WorkspaceKind;
  settings: () => EnvironmentSettings;
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  runProcess: ProcessRunner;
  clock: Clock;
}

export interface CheckRequest {
  /** False: only looks. */
  fix: boolean;
  actor: string;
  signal?: AbortSignal;
  lastCheckedAt: number | null;
  onInstalling: (detail: string) => void;
}

/** A report with what it depends on. */
export interface Look {
  report: EnvironmentReport;
  watched: readonly string[];
}

/** Checks everything once; puts right what it may; and looks again at what was put right. */
export async function checkEnvironment(context: EnvironmentContext, request: CheckRequest): Promise<Look> {
  const began = performance.now();
  const redact = await redactorOf(context);
  const check = contextOf(context, request);
  const first = await runChecks(allChecks, check, redact);
  const { checked, fixes } = request.fix ? await fixAll(context, request, check, first, redact) : { checked: first, fixes: [] };
  const checks = checked.map(({ result }) => result);
  return {
    report: { at: context.clock.now(), state: stateOf(checks), checks, fixes, durationMs: performance.now() - began },
    // What lies in the workspace itself decides which checks there are.
    watched: [...new Set([context.workspace, ...checked.flatMap(({ watched }) => watched)])],
  };
}

function contextOf(context: EnvironmentContext, { signal, lastCheckedAt }: CheckRequest): CheckContext {
  const { workspace, environment, platform, runProcess, clock } = context;
  const settings = context.settings();
  const needs = needsOf(workspace, context.kind(), settings);
  return {
    workspace,
    needs,
    settings,
    environment,
    platform,
    runProcess,
    clock,
    lastCheckedAt,
    signal,
    python: once(() =>
      lookAtPython({ workspace, environment, platform, runProcess, timeoutMs: settings.checkSeconds * 1000, signal }),
    ),
    requirements: once(() => readRequirements(workspace, needs.requirements)),
  };
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= look());
}

async function redactorOf({ workspace, settings, environment }: EnvironmentContext): Promise<Redact> {
  const text = await readFile(within(workspace, settings().variables.file), 'utf8').catch((error: unknown) => {
    // What cannot be read here cannot be told by anybody else either.
    if (errnoOf(error) === undefined) throw error;
    return '';
  });
  return createRedactor(text, environment);
}

interface Fixed {
  checked: Checked[];
  fixes: AppliedFix[];
}

async function fixAll(
  context: EnvironmentContext,
  request: CheckRequest,
  check: CheckContext,
  first: readonly Checked[],
  redact: Redact,
): Promise<Fixed> {
  const fixes: AppliedFix[] = [];
  const checked: Checked[] = [];
  for (const item of first) {
    if (item.fixes.length === 0) {
      checked.push(item);
      continue;
    }
    const results = [];
    for (const fix of item.fixes) results.push(await applyFix(context, request, check, fix, redact));
    const done = results.flatMap((result) => result.fixes);
    fixes.push(...done.map((fix) => ({ ...fix, subject: redact(fix.subject), detail: redact(fix.detail) })));
    const failures: Finding[] = results.flatMap((result) => result.findings);
    const [again] = done.length === 0 ? [item] : await runChecks([item.check], contextOf(context, request), redact);
    checked.push(withFailures(again ?? item, failures));
  }
  return { checked, fixes };
}

async function applyFix(
  context: EnvironmentContext,
  { actor, signal, onInstalling }: CheckRequest,
  check: CheckContext,
  fix: Fix,
  redact: Redact,
) {
  const { workspace, environment, runProcess, clock } = context;
  if (fix.kind === 'create-folder') return createFolder(context, workspace, fix.path, actor);
  const { useSystemPython, installSeconds } = check.settings;
  return installPackages(
    {
      ports: context,
      actor,
      workspace,
      environment,
      runProcess,
      useSystemPython,
      timeoutMs: installSeconds * 1000,
      signal,
      python: await check.python(),
      set: await check.requirements(),
      log: await openInstallLog(workspace, clock.now(), redact),
      redact,
      onProgress: onInstalling,
    },
    fix.packages,
  );
}

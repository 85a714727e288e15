import { rm } from 'node:fs/promises';
import type {
  PlannedUpgrade,
  SecurityReport,
  SecurityResult,
  SecurityStatus,
  UpgradeOutcome,
} from '../../../../shared/model/security.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { circumstancesOf, surroundingsOf } from '../ledger/circumstances.ts';
import { asRun } from '../ledger/runs.ts';
import type { EcosystemLook } from '../look/ecosystem-look.ts';
import type { LookContext } from '../look/look-context.ts';
import { lookAtNpm } from '../look/look-npm.ts';
import { lookAtPip } from '../look/look-pip.ts';
import { runAttempt, type AttemptOutcome } from './run-attempt.ts';
import { after, endOf } from './end-of-run.ts';
import { scratchFolder, snapshotFolder, type RunContext } from './run-context.ts';

export interface RunOptions {
  trigger: string;
  /** Looks and says; changes nothing but its own record. */
  checkOnly: boolean;
  /** Leaves packages alone that are only outdated. */
  securityOnly: boolean;
  signal: AbortSignal;
}

/** One security run: look, plan, upgrade, test, keep or put back, record. The caller holds the workspace lock. */
export async function runSecurity(context: RunContext, options: RunOptions): Promise<SecurityResult> {
  const { runs, clock } = context;
  const number = runs.begin(options.trigger, clock.now());
  let report: SecurityReport | null = null;
  const outcomes: UpgradeOutcome[] = [];
  let end: { status: SecurityStatus; reason: string };
  let unrecoverable: unknown;
  try {
    const { looks, surroundings } = await lookAtAll(context, options);
    report = reportOf(context, looks);
    if (!options.checkOnly) for (const look of looks) await upgradeAll(context, options, number, look, surroundings, outcomes);
    report = after(report, outcomes);
    end = endOf(report, outcomes, options);
  } catch (error) {
    unrecoverable = error;
    end = { status: 'FAILED', reason: messageOf(error) };
  }
  runs.end(number, { at: clock.now(), ...end, report, upgrades: outcomes });
  await prune(context);
  if (unrecoverable !== undefined) throw unrecoverable;
  const row = runs.get(number);
  if (row === undefined) throw new Error(`run ${number} is not there any more`);
  return {
    ...asRun(
      row,
      outcomes.some(({ result }) => result === 'updated'),
    ),
    report,
  };
}

async function lookAtAll(
  context: RunContext,
  { securityOnly, signal }: RunOptions,
): Promise<{ looks: EcosystemLook[]; surroundings: string }> {
  const { workspace, clock, tools, runProcess, ask, refusals, onPhase } = context;
  const settings = context.settings();
  onPhase('looking');
  const surroundings = await surroundingsOf(workspace, settings.tests);
  const look: LookContext = {
    workspace,
    settings,
    securityOnly,
    clock,
    ask,
    tools,
    runProcess,
    scratch: scratchFolder(workspace),
    isRefused: (ecosystem, key, version, installed) =>
      refusals.has(ecosystem, key, version, circumstancesOf(surroundings, installed)),
    signal,
  };
  const looks: EcosystemLook[] = [];
  for (const found of [
    settings.pip.enabled ? await lookAtPip(look) : null,
    settings.npm.enabled ? await lookAtNpm(look) : null,
  ]) {
    if (found !== null) looks.push(found);
  }
  return { looks, surroundings };
}

const reportOf = ({ clock }: RunContext, looks: readonly EcosystemLook[]): SecurityReport => ({
  at: clock.now(),
  packages: looks.flatMap(({ packages }) => packages),
  sources: looks.flatMap(({ sources }) => sources),
  upgrades: looks.flatMap(({ plan }) => plan.upgrades),
  findings: looks.flatMap(({ plan }) => plan.findings),
});

/** All that need no leave at once; when that fails, one by one, so that a bad upgrade does not keep the good ones out. Majors each alone. */
async function upgradeAll(
  context: RunContext,
  options: RunOptions,
  run: number,
  look: EcosystemLook,
  surroundings: string,
  outcomes: UpgradeOutcome[],
): Promise<void> {
  const attempt = async (upgrades: readonly PlannedUpgrade[]): Promise<AttemptOutcome> => {
    const request = { run, look, upgrades, signal: options.signal };
    return options.signal.aborted
      ? { result: 'failed', reason: 'It was cancelled.', tests: [], upgrades }
      : runAttempt(context, request);
  };
  const settle = (outcome: AttemptOutcome): void => {
    outcomes.push(
      ...outcome.upgrades.map((one) => ({ ...one, result: outcome.result, detail: outcome.reason, tests: outcome.tests })),
    );
  };
  const majors = look.plan.upgrades.filter(({ major }) => major);
  const others = look.plan.upgrades.filter(({ major }) => !major);
  if (others.length > 0) {
    const together = await attempt(others);
    if (others.length === 1 || (together.result !== 'taken-back' && together.result !== 'failed')) settle(together);
    else for (const one of others) settle(await attempt([one]));
  }
  for (const one of majors) settle(await attempt([one]));
  if (!options.signal.aborted) refuse(context, run, look, surroundings, outcomes);
}

/** What was taken back is not tried again with what is installed now. */
function refuse(
  { refusals }: RunContext,
  run: number,
  look: EcosystemLook,
  surroundings: string,
  outcomes: readonly UpgradeOutcome[],
): void {
  const own = outcomes.filter(({ ecosystem }) => ecosystem === look.ecosystem);
  const updated = own.filter(({ result }) => result === 'updated');
  const added = updated.filter(({ from }) => from === '').map(({ name, to }) => ({ key: look.keyOf(name), version: to }));
  const installed = look.installed.map(({ key, version }) => ({
    key,
    version: updated.find(({ name, from }) => look.keyOf(name) === key && from === version)?.to ?? version,
  }));
  const circumstances = circumstancesOf(surroundings, [...installed, ...added]);
  for (const { ecosystem, name, to, result, reason } of own) {
    if (result === 'taken-back' && reason !== 'dependency') refusals.add(ecosystem, look.keyOf(name), to, circumstances, run);
  }
}

/** Of the upgrades that were kept only the newest can be rolled back: copies of environments are large. */
async function prune({ attempts, settings, workspace }: RunContext): Promise<void> {
  const kept = attempts.kept();
  const runs = [...new Set(kept.map(({ run }) => run))].slice(0, settings().keepSnapshots);
  for (const { run, number } of kept) {
    if (!runs.includes(run)) await rm(snapshotFolder(workspace, number), { recursive: true, force: true });
  }
}

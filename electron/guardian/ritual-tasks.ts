import type { Ritual } from '../../shared/model/rituals.ts';
import type { UpdatesSettings } from '../../shared/model/settings.ts';
import type { CycleResult } from '../../shared/model/updates.ts';
import type { Timing } from '../features/healing/index.ts';
import type { Rituals, Task, TaskOutcome } from '../features/rituals/index.ts';
import type { UpdatesDuty } from '../features/updates/index.ts';
import type { Duties } from './snapshot-of.ts';
import type { PostToHub } from '../kernel/hub/hub-message.ts';

/** The duties that rituals call on. */
export type TaskDuties = Pick<Duties, 'governance' | 'environment' | 'updates' | 'security' | 'healing'>;

/** What Nightguard does itself at its hours, by the seed's task types. */
export function ritualTasks(duties: TaskDuties, when: () => UpdatesSettings['when']): Readonly<Record<string, readonly Task[]>> {
  const check = checkTask(duties);
  const update = updateTask(duties, when);
  const diagnose = diagnoseTask(duties);
  const heal = healTask(duties);
  return {
    AUTONOMOUS_DEV: [check, update, diagnose, heal],
    AUTO_UPDATE: [update],
    ENV_CHECK: [check],
    DIAGNOSTIC: [diagnose, heal],
    SECURITY_UPDATE: [securityTask(duties)],
  };
}

/** Looks at the environment, and puts right what the settings let it. */
const checkTask =
  ({ environment }: TaskDuties): Task =>
  async (signal) => {
    const report = await environment.check({ install: true, actor: 'nightguard', signal });
    const failing = report.checks.filter(({ state }) => state !== 'passed');
    return {
      ok: report.state === 'passed',
      detail: `environment: ${failing.length === 0 ? 'passed' : failing.map(({ name }) => name).join(', ')}`,
      output: [
        ...report.fixes.map(({ kind, subject }) => `${kind}: ${subject}`),
        ...failing.map(({ name, findings }) => `${name}: ${findings.map(({ subject }) => subject).join(', ')}`),
      ].join('\n'),
    };
  };

/** Patches what is vulnerable. What waits for a person is no failure; what could not be looked at is. */
const securityTask =
  ({ security }: TaskDuties): Task =>
  async (signal) => {
    const { status, reason, upgrades } = await security.run({ trigger: 'schedule', signal });
    return {
      ok: !['FAILED', 'COULD_NOT_CHECK', 'INTERRUPTED'].includes(status),
      detail: [status, reason].filter((part) => part !== null && part !== '').join(' '),
      output: upgrades.map(({ name, from, to, result }) => `${name} ${from} → ${to}: ${result}`).join('\n'),
    };
  };

/** Brings Core in. With `when: manual`, or while paused, it only looks. */
const updateTask =
  ({ updates: { updates, board } }: TaskDuties, when: () => UpdatesSettings['when']): Task =>
  async (signal) => {
    const dryRun = when() === 'manual' || board.pausedUntil !== null;
    return ofCycle(await updates.run({ trigger: 'schedule', dryRun, signal }));
  };

/** Proves that what the undo needs is whole: every archived byte, and the audit log. */
const diagnoseTask =
  ({ updates: { updates }, governance }: TaskDuties): Task =>
  async () => {
    const archive = await updates.verifyArchive();
    const log = await governance.verifyAudit();
    const isWhole = archive.damaged.length === 0 && (log.state === 'intact' || log.state === 'none');
    const detail = `archive: ${archive.intact} of ${archive.checked} intact; audit log: ${log.state}`;
    return {
      ok: isWhole,
      detail,
      output: [...archive.damaged.map((one) => `${one.archivePath}: ${one.problem}`), log.reason].join('\n').trim(),
    };
  };

/** Looks at everything and mends what can be mended; a warning is none of the ritual's failures. */
const healTask =
  ({ healing }: TaskDuties): Task =>
  async () => {
    const { status, score, issues, treatments } = await healing.heal();
    const grave = issues.filter(({ severity }) => severity === 'ERROR' || severity === 'CRITICAL');
    return {
      ok: grave.length === 0,
      detail: `health: ${status}, ${score.value} of 100`,
      output: [...treatments, ...issues].map(({ details }) => details).join('\n'),
    };
  };

/** What is held waits for a person and is no failure of the ritual. */
function ofCycle({ status, success_count: applied, reason, release }: CycleResult): TaskOutcome {
  const ok = status !== 'FAILED' && status !== 'ROLLED_BACK';
  const detail = [status, release, ok ? null : reason].filter((part) => part !== null && part !== '').join(' ');
  return { ok, detail: applied > 0 ? `${detail} (${applied})` : detail, output: '' };
}

/** A task that is not Nightguard's own goes to its agent as a request. */
export async function handOver({ name, agent, taskType, instruction, council }: Ritual, post: PostToHub): Promise<string> {
  const data = { ritual: name, task_type: taskType, instruction, council };
  return `hub message ${await post({ from: 'NIGHTGUARD', to: agent, type: 'request', data })} to ${agent}`;
}

const MOST_RUNS = 300;
const MOST_RELEASES = 60;

/** How long rituals and verify commands that went well took, oldest first. */
export function timingsOf(
  rituals: Pick<Rituals, 'runs'>,
  updates: Pick<UpdatesDuty['updates'], 'releases' | 'release'>,
): Timing[] {
  const all = new Map<string, number[]>();
  const note = (subject: string, ms: number): void => void all.set(subject, [...(all.get(subject) ?? []), ms]);
  for (const { ritual, result, startedAt, finishedAt } of rituals.runs(null, MOST_RUNS).toReversed())
    if (result === 'done' && startedAt !== null && finishedAt !== null) note(ritual, finishedAt - startedAt);
  for (const { id } of updates.releases(null, MOST_RELEASES).toReversed())
    for (const { name, passed, durationMs } of updates.release(id).verifications) if (passed) note(name, durationMs);
  return [...all].map(([subject, durations]) => ({ subject, durations }));
}

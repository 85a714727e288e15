import type { Ritual, RunResult } from '../../../../shared/model/rituals.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { CommandRunner } from '../../../kernel/ports/command-runner.ts';
import type { HandOver, Task, TaskOutcome } from './ports.ts';

export interface RunPorts {
  workspace: string;
  runCommand: CommandRunner;
  /** What Nightguard does itself, by task type. A composed one, such as AUTONOMOUS_DEV, is several in order. */
  tasks: Readonly<Record<string, readonly Task[]>>;
  handOver: HandOver;
}

export interface RunOutcome {
  result: Extract<RunResult, 'done' | 'failed' | 'timed-out' | 'handed-over' | 'interrupted'>;
  detail: string;
  output: string;
}

/** Carries a ritual out: its tasks, then its commands; what neither names goes to its agent. Never throws. */
export async function runRitual(ritual: Ritual, ports: RunPorts, stop: AbortSignal): Promise<RunOutcome> {
  const timeout = AbortSignal.timeout(ritual.timeoutMs);
  const signal = AbortSignal.any([stop, timeout]);
  const outputs: string[] = [];
  try {
    const tasks = ports.tasks[ritual.taskType] ?? [];
    if (tasks.length === 0 && ritual.commands.length === 0) {
      return { result: 'handed-over', detail: await ports.handOver(ritual), output: '' };
    }
    const details: string[] = [];
    let isWell = true;
    // One duty that is not well is no reason for the others to be left out: an update has proofs of its own.
    for (const task of tasks) isWell = (await step(task)) && isWell;
    // Commands are a script: one that fails ends it.
    for (const command of ritual.commands) {
      if (!isWell) break;
      isWell = await step(commandTask(command, ritual, ports));
    }
    return ended(signal, timeout, {
      result: isWell ? 'done' : 'failed',
      detail: details.join(' · '),
      output: outputs.join('\n'),
    });

    async function step(task: Task): Promise<boolean> {
      signal.throwIfAborted();
      const { ok, detail, output } = await task(signal);
      if (output !== '') outputs.push(output);
      if (detail !== '') details.push(detail);
      return ok;
    }
  } catch (error) {
    return ended(signal, timeout, { result: 'failed', detail: messageOf(error), output: outputs.join('\n') });
  }
}

const commandTask =
  (command: string, { timeoutMs }: Ritual, { workspace, runCommand }: RunPorts): Task =>
  async (signal): Promise<TaskOutcome> => {
    const { ok, output } = await runCommand(command, { cwd: workspace, timeoutMs, signal });
    return { ok, detail: ok ? '' : command, output };
  };

/** A stop is not a failure of the ritual's own. */
function ended(signal: AbortSignal, timeout: AbortSignal, outcome: RunOutcome): RunOutcome {
  if (!signal.aborted) return outcome;
  return { ...outcome, result: timeout.aborted ? 'timed-out' : 'interrupted' };
}

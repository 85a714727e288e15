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
    for (const step of [...tasks, ...ritual.commands.map((command) => commandTask(command, ritual, ports))]) {
      signal.throwIfAborted();
      const { ok, detail, output } = await step(signal);
      if (output !== '') outputs.push(output);
      if (detail !== '') details.push(detail);
      // A check that fails must not be followed by what relies on it.
      if (!ok) return ended(signal, timeout, { result: 'failed', detail, output: outputs.join('\n') });
    }
    return ended(signal, timeout, { result: 'done', detail: details.join(' · '), output: outputs.join('\n') });
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

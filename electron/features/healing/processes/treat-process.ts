import type { FixContext, FixResult } from '../checks/check.ts';
import { heal, healed, notHealed, would } from '../acts.ts';
import { logFileOf, type ObservedProcess, type ProcessContext } from './watch-process.ts';

/** How long a process may take to end in good order. Milliseconds. */
const GRACE_MS = 5000;

/** A simple command takes the shell's place, so that its memory, and not the shell's, is what is watched. */
export const withoutShell = (command: string): string =>
  process.platform !== 'win32' && /^[\w./~@%+:=, '"-]+$/.test(command) && !/^\s*(?:exec|cd)\b|^\s*\w+=/.test(command)
    ? `exec ${command}`
    : command;

/** Restarts it in the way that the settings name; null where they name none. */
export async function restart(observed: ObservedProcess, context: ProcessContext, isDry: boolean): Promise<FixResult | null> {
  const { settings } = observed;
  const way = wayOf(observed);
  if (way === null) return null;
  if (isDry) return would(`${settings.name} would be restarted by ${way}.`);
  const summary = `Restart ${settings.name} by ${way}`;
  return heal(context.ports, { type: 'healing.restart', target: settings.name, paths: [], summary }, async () => {
    observed.countRestart();
    return perform(observed, context);
  });
}

function wayOf(observed: ObservedProcess): string | null {
  const { settings } = observed;
  if (settings.start !== undefined) return 'its start command';
  if (settings.restart !== undefined) return 'its restart command';
  // A process that is gone hears no signal.
  return settings.restartSignal !== undefined && observed.found()?.state === 'running' ? settings.restartSignal : null;
}

async function perform(observed: ObservedProcess, { ports, record }: ProcessContext): Promise<FixResult> {
  const { settings } = observed;
  const { workspace, keeper } = ports;
  const options = { cwd: workspace, logFile: logFileOf(ports.stateFolder, settings.name) };
  const known = observed.known();
  if (settings.start !== undefined) {
    const isRunning = observed.found()?.state === 'running';
    if (isRunning && known !== null && !(await keeper.stop(known, { graceMs: GRACE_MS, isGroup: known.own })))
      return notHealed(`${settings.name} (process ${known.pid}) could not be stopped.`);
    const started = await keeper.start(withoutShell(settings.start), options);
    record.know(settings.name, started, true);
    return healed(`${settings.name} was started as process ${started.pid}.`);
  }
  if (settings.restart !== undefined) {
    await keeper.start(settings.restart, options);
    return healed(`The restart command of ${settings.name} was started.`);
  }
  if (settings.restartSignal === undefined || known === null || !keeper.signal(known, settings.restartSignal))
    return notHealed(`${settings.name} could not be sent a signal.`);
  return healed(`${settings.name} (process ${known.pid}) was sent ${settings.restartSignal}.`);
}

/** First it is asked to free memory, where it can be; then it is restarted. */
export async function treatLeak(
  observed: ObservedProcess,
  context: ProcessContext,
  { isDry, attempt }: FixContext,
): Promise<FixResult | null> {
  const { settings } = observed;
  const canCollect = settings.collect !== undefined || settings.collectSignal !== undefined;
  if (attempt > 1 || !canCollect) return restart(observed, context, isDry);
  if (isDry) return would(`${settings.name} would be asked to free memory.`);
  const summary = `Ask ${settings.name} to free memory`;
  return heal(context.ports, { type: 'healing.restart', target: settings.name, paths: [], summary }, () =>
    collect(observed, context),
  );
}

async function collect(observed: ObservedProcess, { ports }: ProcessContext): Promise<FixResult> {
  const { settings } = observed;
  if (settings.collect !== undefined) {
    await ports.keeper.start(settings.collect, { cwd: ports.workspace, logFile: logFileOf(ports.stateFolder, settings.name) });
    return healed(`The command by which ${settings.name} frees memory was started.`);
  }
  const process = observed.known();
  if (settings.collectSignal === undefined || process === null || !ports.keeper.signal(process, settings.collectSignal))
    return notHealed(`${settings.name} could not be sent a signal.`);
  return healed(`${settings.name} (process ${process.pid}) was sent ${settings.collectSignal} to free memory.`);
}

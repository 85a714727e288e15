import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { analyse, type AnalysePorts } from '../analyse/analyse.ts';
import type { AnnealingLog } from '../files/annealing-log.ts';
import { alertOf, type AnnealingAlert } from './alerts.ts';

export interface AnnealerPorts extends AnalysePorts {
  report: AnnealingLog;
  log: Log;
  alert: (alert: AnnealingAlert) => void;
  /** Asks further where the rules had nothing. */
  advise: (group: number) => Promise<void>;
  onFault: (detail: string) => void;
  onChange: () => void;
}

/** Analyses groups one after the other, away from whoever reported the error. */
export interface Annealer {
  order(group: number): void;
  /** Does something first, in the same line of work. */
  before(work: () => Promise<void>): void;
  /** Analyses at once, on a person's request. */
  analyse(group: number): Promise<void>;
  settled(): Promise<void>;
}

export function createAnnealer(ports: AnnealerPorts): Annealer {
  const { ledger, report, log, alert, advise, onFault, onChange } = ports;
  let running: Promise<void> = Promise.resolve();
  const ordered = new Set<number>();

  const run = async (id: number): Promise<void> => {
    ledger.analysed(id, await analyse(ports, id));
    await advise(id);
    const group = ledger.group(id);
    const { analysis } = group;
    if (analysis === null) return;
    try {
      const { quarantined } = await report.append(group, analysis);
      if (quarantined !== null) onFault(`self_annealing_log.md was unreadable and is kept as ${quarantined}`);
    } catch (error) {
      // The database has it: the file is its picture for people.
      log.write('warn', 'self_annealing_log.md could not be written', { error: messageOf(error) });
      onFault(`self_annealing_log.md could not be written: ${messageOf(error)}`);
    }
    alert(alertOf(group, analysis));
    onChange();
  };

  const enqueue = (id: number): Promise<void> => {
    const done = running.then(() => run(id));
    running = done.catch((error: unknown) =>
      log.write('error', 'an error could not be analysed', { group: id, error: messageOf(error) }),
    );
    return done;
  };

  return {
    order(id) {
      if (ordered.has(id)) return;
      ordered.add(id);
      const clear = (): void => void ordered.delete(id);
      enqueue(id).then(clear, clear);
    },
    before(work) {
      running = running.then(work);
    },
    analyse: enqueue,
    settled: () => running,
  };
}

import { AppError, messageOf } from '../../../kernel/errors.ts';
import { lifeOf, type ProcessIdentity } from '../../../kernel/process-identity.ts';
import type { Decider } from '../approvals/index.ts';
import { openIntents, type OpenIntent } from '../audit-log/index.ts';
import type { VigilPorts } from './ports.ts';

/** An act that was begun and did not end. `ended`: its process is dead, and the log says so. */
export interface InterruptedAct {
  number: number;
  type: string;
  target: string;
  at: number;
  ended: boolean;
}

export interface InterruptedActs {
  /** Those that a person should know of, oldest first. */
  list(): InterruptedAct[];
  /** Numbers of acts that are being done right now, here or by another living process. */
  running(): ReadonlySet<number>;
  /** Files of these. */
  underWay(): ReadonlySet<string>;
  /** Ends in the log what a dead process has left open. What cannot be known is left open, and shown. */
  settle(): void;
  /** A person has seen it. @throws AppError `not-found`, `audit-broken` */
  acknowledge(act: number, reason: string, decider: Decider): void;
}

/** Acts that are journalled with their intent: their own recovery ends them, with what came of it. */
const RECOVERED = new Set(['update.apply', 'update.apply-held', 'rollback.apply', 'annealing.apply-patch', 'dissolution.run']);
/** Older acts were not kept with their process. After a day none is at work any more. */
const UNKNOWN_MS = 86_400_000;

export function createInterruptedActs(ports: Pick<VigilPorts, 'database' | 'clock' | 'audit' | 'log'>): InterruptedActs {
  const { database, clock, audit, log } = ports;
  const runnerOf = (act: number): ProcessIdentity | undefined =>
    database.get<ProcessIdentity>('SELECT pid, start, host FROM act_runners WHERE act = ?', act);
  const lifeOfAct = ({ number, at }: OpenIntent): ReturnType<typeof lifeOf> => {
    const runner = runnerOf(number);
    if (runner !== undefined) return lifeOf(runner);
    return clock.now() - at > UNKNOWN_MS ? 'dead' : 'unknown';
  };
  const alive = (): OpenIntent[] => openIntents(database).filter((one) => lifeOfAct(one) === 'alive');
  const unowned = (): OpenIntent[] => openIntents(database).filter(({ act }) => !RECOVERED.has(act.type));
  const end = (open: OpenIntent): void =>
    database.transaction(() => {
      const still = database.get('SELECT 1 FROM acts WHERE number = ? AND result IS NULL', open.number);
      if (still === undefined) return;
      database.run('INSERT OR IGNORE INTO interrupted_acts (act, found_at) VALUES (?, ?)', open.number, clock.now());
      audit.outcome(open.number, { result: 'failed', reasons: ['interrupted: its process ended before the act did'] });
    });
  return {
    list() {
      const ended = database.all<Omit<InterruptedAct, 'ended'>>(
        `SELECT acts.number, acts.type, acts.target, acts.at FROM interrupted_acts JOIN acts ON acts.number = interrupted_acts.act
         WHERE acknowledged_at IS NULL ORDER BY acts.number`,
      );
      const open = unowned().filter((one) => lifeOfAct(one) !== 'alive');
      return [
        ...ended.map((one) => ({ ...one, ended: true })),
        ...open.map(({ number, at, act }) => ({ number, at, type: act.type, target: act.target, ended: false })),
      ];
    },
    running: () => new Set(alive().map(({ number }) => number)),
    underWay: () => new Set(alive().flatMap(({ act }) => act.paths)),
    settle() {
      for (const open of unowned()) {
        if (lifeOfAct(open) !== 'dead') continue;
        try {
          end(open);
        } catch (error) {
          log.write('error', 'An interrupted act could not be ended', { act: open.number, error: messageOf(error) });
        }
      }
    },
    acknowledge(act, reason, { name, door }) {
      const sql =
        'SELECT acts.type FROM interrupted_acts JOIN acts ON acts.number = act WHERE act = ? AND acknowledged_at IS NULL';
      const known = database.get<{ type: string }>(sql, act);
      if (known === undefined) throw new AppError('not-found', `No interrupted act ${act} waits to be acknowledged.`);
      database.transaction(() => {
        const target = `act ${act} (${known.type})`;
        const intent = audit.intent({ type: 'act.acknowledge', target, actor: `person (${door})`, paths: [], notes: name });
        database.run('UPDATE interrupted_acts SET acknowledged_at = ? WHERE act = ?', clock.now(), act);
        audit.outcome(intent, { result: 'done', reasons: [reason] });
      });
    },
  };
}

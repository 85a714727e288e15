import { z } from 'zod';
import type { ErrorEvent } from '../../../../shared/model/annealing.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { createFact } from '../../../kernel/facts.ts';
import { lifeOf, thisProcess } from '../../../kernel/process-identity.ts';
import type { Redact } from '../../../kernel/redact.ts';
import type { IngestAddress } from '../annealing.ts';
import type { Place } from '../capture/place-frames.ts';
import { toEvent, type Circumstances } from '../capture/to-event.ts';
import { createRecentIds } from '../ingest/recent-ids.ts';
import type { SentryEvent } from '../ingest/sentry-event.ts';
import { openIngestServer, type IngestServer } from '../ingest/server.ts';
import { ingestToken } from '../ingest/token.ts';
import type { ErrorLedger, Recorded } from '../ledger/error-ledger.ts';
import type { ParsedError } from '../parse/parsed-error.ts';
import type { AnnealingPorts } from '../ports.ts';
import { createDropReader } from '../tail/drops.ts';
import { createLogWatcher } from '../tail/log-watcher.ts';
import { createPositions } from '../tail/positions.ts';
import { attend } from './attend.ts';
import type { Intake } from './intake.ts';

export interface WatchedPorts extends AnnealingPorts {
  ledger: ErrorLedger;
  intake: Intake;
  place: Place;
  redactor: () => Redact;
  eventOf: (error: ParsedError, place: Place, circumstances: Circumstances) => Promise<ErrorEvent>;
  onRecorded: (recorded: readonly Recorded[]) => void;
}

/** Where errors come from by themselves: programs that report, logs, dropped files. */
export interface Watched {
  ingest(): IngestAddress | null;
  /** Where some Nightguard of this workspace listens; null when none does. It holds the token. */
  address(): Promise<IngestAddress | null>;
  fault(): string | null;
  attend(): Disposable & { ready: Promise<void> };
}

/** Which process listens, for the others of the workspace. The token is not in it. */
const listeningSchema = z.object({
  port: z.number().int().positive(),
  process: z.object({ pid: z.number().int(), start: z.string().nullable(), host: z.string() }),
});

const dsnOf = (token: string, port: number): string => `http://${token}@127.0.0.1:${port}/1`;

/** Events that may wait to be written before senders are asked to wait. */
const MAX_WAITING = 5000;

export function createWatched(ports: WatchedPorts): Watched {
  const { workspace, database, clock, log, settings, secrets, ledger, intake, place, redactor, eventOf, onRecorded } = ports;
  let address: IngestAddress | null = null;
  const listening = createFact(database, 'annealing.listening', listeningSchema);
  let fault: string | null = null;
  const positions = createPositions(database);
  const received = createRecentIds();

  const onEvents = async (events: readonly SentryEvent[]): Promise<void> => {
    const fresh = events.filter(({ id }) => id === null || !received.has(id));
    const made: ErrorEvent[] = [];
    for (const { error, at, context } of fresh) {
      // A clock that is ahead must not hold an error in the future.
      const time = Math.min(at ?? clock.now(), clock.now());
      made.push(await eventOf(error, place, { at: time, source: 'ingest', context }));
    }
    await intake.record(made);
    for (const { id } of fresh) if (id !== null) received.add(id);
  };

  const openIngest = async (port: number): Promise<IngestServer> => {
    const token = await ingestToken(secrets);
    const receiver = {
      token,
      api: ports.api,
      onEvents,
      onCheckIn: ports.onCheckIn,
      isBusy: () => intake.waiting() > MAX_WAITING,
    };
    const server = await openIngestServer(port, receiver, log);
    address = { port: server.port, dsn: dsnOf(token, server.port) };
    listening.set({ port: server.port, process: thisProcess() });
    return server;
  };

  const logs = createLogWatcher({
    workspace, database, clock, log,
    patterns: () => settings().logs,
    async commit(errors, position) {
      const events: ErrorEvent[] = [];
      for (const error of errors) events.push(await eventOf(error, place, { at: clock.now(), source: 'tail', context: { log: position.path } }));
      const recorded = database.transaction(() => {
        positions.set(position);
        return ledger.record(events);
      });
      onRecorded(recorded);
    },
  }); // prettier-ignore

  const lookAtDrops = async (): Promise<void> => {
    const recorded: Recorded[] = [];
    const drops = createDrops(settings().drops, (event) => recorded.push(...ledger.record([event])));
    await drops.look();
    onRecorded(recorded);
  };
  let reader: { folder: string; look: () => Promise<number> } | null = null;
  let take: (event: ErrorEvent) => void = () => undefined;
  const createDrops = (folder: string, record: (event: ErrorEvent) => void): { look: () => Promise<number> } => {
    take = record;
    if (reader?.folder === folder) return reader;
    const made = createDropReader({
      workspace, folder, database, clock, log,
      record: ({ error, at, context }) => take(toEvent(error, place, redactor(), { at, source: 'drop', context })),
    }); // prettier-ignore
    reader = { folder, look: () => made.look() };
    return reader;
  };

  return {
    ingest: () => address,
    async address() {
      const known = listening.get();
      if (address !== null || known === null || lifeOf(known.process) !== 'alive') return address;
      return { port: known.port, dsn: dsnOf(await ingestToken(secrets), known.port) };
    },
    fault: () => fault,
    attend: () =>
      attend({
        clock, log, settings, openIngest,
        async look() {
          await logs.look();
          await lookAtDrops();
        },
        onIngest(server, why) {
          if (server === null && address !== null) {
            address = null;
            listening.set(null);
          }
          fault = why;
          ports.onChange();
        },
      }), // prettier-ignore
  };
}

import type { AnnealingSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { IngestServer } from '../ingest/server.ts';

export interface AttendPorts {
  clock: Clock;
  log: Log;
  settings: () => AnnealingSettings;
  /** One look at the logs and the dropped files. */
  look: () => Promise<void>;
  openIngest: (port: number) => Promise<IngestServer>;
  /** What keeps the server from listening; null when all is well. */
  onIngest: (server: IngestServer | null, fault: string | null) => void;
}

const LOOK_MS = 1000;
const TRY_AGAIN_MS = 30_000;

/** Looks again and again, and keeps the server as the settings want it. `ready` resolves after the first look. */
export function attend({ clock, log, settings, look, openIngest, onIngest }: AttendPorts): Disposable & { ready: Promise<void> } {
  let server: IngestServer | null = null;
  let listensTo: number | null = null;
  let notBefore = 0;
  let isOver = false;
  let said = '';
  let cancel: () => void = () => undefined;

  const keepServer = async (): Promise<void> => {
    const { enabled, port } = settings().ingest;
    const wanted = enabled && !isOver ? port : null;
    if (wanted === listensTo || (wanted !== null && clock.now() < notBefore)) return;
    await server?.dispose();
    server = null;
    listensTo = null;
    let fault: string | null = null;
    try {
      if (wanted !== null) {
        server = await openIngest(wanted);
        listensTo = wanted;
      }
    } catch (error) {
      fault = messageOf(error);
      notBefore = clock.now() + TRY_AGAIN_MS;
      log.write('warn', 'errors cannot be received', { error: fault });
    }
    onIngest(server, fault);
  };

  const step = async (): Promise<void> => {
    try {
      await keepServer();
      await look();
    } catch (error) {
      // Once for each cause: this is tried every second.
      if (said !== messageOf(error)) log.write('error', 'errors could not be looked for', { error: messageOf(error) });
      said = messageOf(error);
    }
  };

  const loop = async (): Promise<void> => {
    await step();
    if (!isOver) cancel = clock.after(LOOK_MS, () => void (running = loop()));
  };
  let running = loop();
  return {
    ready: running,
    async dispose() {
      isOver = true;
      cancel();
      await running;
      await keepServer();
    },
  };
}

import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { VigilPorts } from './ports.ts';
import { watchPlaces } from './watch-places.ts';
import { watchedPlaces } from './watched-places.ts';

export interface ListenPorts extends Pick<VigilPorts, 'workspace' | 'settings' | 'locations' | 'constituted' | 'clock' | 'log'> {
  heardGuarded: () => void;
  /** Absolute. */
  heardStructures: (folders: readonly string[]) => void;
}

/** Ears for guarded files and new structures; deaf, and without cost, until they are armed. */
export interface Ears {
  arm(): Disposable & { ready: Promise<void> };
  /** Listens to other places when the constitution or the settings say so; nothing when they do not. */
  rearm(): void;
}

export function listen(ports: ListenPorts): Ears {
  const { workspace, settings, locations, constituted, clock, log, heardGuarded, heardStructures } = ports;
  let armed: (Disposable & { ready: Promise<void> }) | null = null;
  let heard = '';
  let closing: Promise<unknown> = Promise.resolve();
  let isOn = false;

  const start = (): void => {
    try {
      const found = watchedPlaces(workspace, settings(), locations(), constituted.state() !== 'never');
      const places = JSON.stringify([found.places, settings().ignore, settings().guardedPaths, settings().structures]);
      if (places === heard) return;
      stop();
      heard = places;
      if (found.places.length === 0) return;
      armed = watchPlaces({
        places: found.places,
        ignored: found.ignored,
        clock,
        log,
        changed(paths) {
          if (paths.some(found.isGuarded)) heardGuarded();
          const folders = new Set(paths.map(found.structureOf).filter((folder) => folder !== null));
          if (folders.size > 0) heardStructures([...folders]);
        },
      });
    } catch (error) {
      log.write('warn', 'Guarded places cannot be watched', { error: messageOf(error) });
    }
  };
  const stop = (): void => {
    const old = armed;
    armed = null;
    heard = '';
    if (old !== null) closing = Promise.all([closing, old.dispose()]);
  };
  return {
    arm() {
      isOn = true;
      start();
      return {
        ready: armed?.ready ?? Promise.resolve(),
        async dispose() {
          isOn = false;
          stop();
          await closing;
        },
      };
    },
    rearm() {
      if (isOn) start();
    },
  };
}

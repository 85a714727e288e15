import { app } from 'electron';
import type { Translate } from '../../shared/locales/index.ts';
import type { AppUpdate } from '../../shared/model/app-update.ts';
import { createAppUpdates, type AppUpdates } from '../app-update/app-updates.ts';
import type { Clock } from '../kernel/clock.ts';
import { messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Notifier } from '../kernel/ports/notifier.ts';
import { updateJournal } from '../platform/signed-update-engine.ts';
import { beginThisVersion } from './begin-version.ts';
import { chooseUpdateEngine } from './choose-update-engine.ts';

export interface OwnUpdatesPorts {
  userData: string;
  isBusy: () => boolean;
  changed: (state: AppUpdate) => void;
  notifier: Notifier;
  translate: () => Translate;
  /** Goes to where updates of the application are. */
  openSettings: () => void;
  clock: Clock;
  log: Log;
}

/** A version is healthy when it has run well for this long. */
const PROBATION_MS = 10_000;

/** Updates of the application itself, and what this start is to the last one. */
export interface OwnUpdates extends AppUpdates {
  /** Passes the probation of a new version some time after what it must be able to do was done. */
  prove(done: () => Promise<void>): void;
}

export async function openOwnUpdates(ports: OwnUpdatesPorts): Promise<OwnUpdates> {
  const { userData, isBusy, changed, notifier, translate, openSettings, clock, log } = ports;
  const journal = updateJournal(userData);
  const begun = await beginThisVersion(journal);
  const failed = (error: unknown): void => log.write('error', 'An update of the application', { cause: messageOf(error) });
  const tell = (kind: 'offered' | 'takenBack', version: string): void => {
    const t = translate();
    const text = { title: t(`appUpdate.${kind}.title`, { version }), body: t(`appUpdate.${kind}.body`, { version }) };
    notifier.show({ tag: 'app-update', ...text, urgency: 'normal', onClick: openSettings }).catch(failed);
  };
  const updates = createAppUpdates({
    engine: chooseUpdateEngine(journal, log),
    takenBack: begun.takenBack,
    isBusy,
    changed,
    offered: (version) => tell('offered', version),
    quit: () => app.quit(),
    clock,
    random: Math.random,
    log,
  });
  if (begun.isNews && begun.takenBack !== null) tell('takenBack', begun.takenBack.version);
  let cancel: () => void = () => undefined;
  return {
    ...updates,
    prove(done) {
      if (!begun.isOnProbation) return;
      const pass = (): void => void (cancel = clock.after(PROBATION_MS, () => void begun.passed().catch(failed)));
      done().then(pass, failed);
    },
    dispose() {
      cancel();
      return updates.dispose();
    },
  };
}

import { watch } from 'chokidar';
import type { Settings, SettingsProblem } from '../../../shared/model/settings.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../clock.ts';
import type { Disposable } from '../disposables.ts';
import { messageOf } from '../errors.ts';
import { Event } from '../events.ts';
import type { Log } from '../ports/log.ts';
import { loadSettings } from './load-settings.ts';

export interface SettingsStore extends Disposable {
  /** The settings in force: those of the file, or the last good ones while it has a problem. */
  current(): Settings;
  /** What is wrong with the file now, or null. */
  problem(): SettingsProblem | null;
  /** Called after the settings or the problem have changed; returns the function that unsubscribes. */
  onChange(listener: (settings: Settings, problem: SettingsProblem | null) => void): () => void;
  /** Reads the file now. */
  reload(): void;
}

/** Editors write in several steps: wait this long after the last event. */
const SETTLE_MS = 150;

/** Watches one `nightguard.yaml`. A file that breaks or vanishes leaves the last good settings in force. */
export function createSettingsStore({
  path,
  clock,
  log,
}: {
  path: string;
  clock: Pick<Clock, 'after'>;
  log: Log;
}): SettingsStore {
  const changed = new Event<[Settings, SettingsProblem | null]>((error) => log.write('error', messageOf(error)));
  let disposed = false;
  let settings = defaultSettings();
  let problem: SettingsProblem | null = null;
  let everRead = false;
  let seen = '';

  function reload(): void {
    if (disposed) return;
    const result = loadSettings(path);
    if (!result.ok) problem = result.problem;
    else if (result.missing && everRead)
      problem = { file: path, line: 1, path: '', message: 'The file is missing or empty; the last settings stay in force.' };
    else {
      settings = result.settings;
      problem = null;
      everRead ||= !result.missing;
    }
    const state = JSON.stringify([settings, problem]);
    if (state === seen) return;
    seen = state;
    if (problem !== null) log.write('warn', 'The settings file has a problem', { ...problem });
    changed.emit([settings, problem]);
  }

  let cancel = (): void => undefined;
  const watcher = watch(path, { ignoreInitial: true, persistent: false });
  const reloadSoon = (): void => {
    cancel();
    cancel = clock.after(SETTLE_MS, reload);
  };
  watcher.on('all', reloadSoon);
  watcher.on('error', (error) => log.write('warn', 'The settings file cannot be watched', { path, error: messageOf(error) }));
  // Between the first reading and the watcher's readiness a change would go unseen.
  watcher.once('ready', reloadSoon);
  reload();

  return {
    current: () => settings,
    problem: () => problem,
    onChange: (listener) => changed.on(([now, trouble]) => listener(now, trouble)),
    reload,
    async dispose() {
      disposed = true;
      cancel();
      await watcher.close();
    },
  };
}

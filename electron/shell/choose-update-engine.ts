import { join } from 'node:path';
import { app } from 'electron';
import type { AppUpdatesPorts } from '../app-update/app-updates.ts';
import { readFeedConfig } from '../app-update/feed-config.ts';
import { messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import { appImageOf } from '../platform/headless/app-image.ts';
import { createSignedUpdateEngine } from '../platform/signed-update-engine.ts';

/** Who brings updates of this copy: itself, by the address that was packed with it; the system's package manager; or nobody. */
export function chooseUpdateEngine(journal: string, log: Log): AppUpdatesPorts['engine'] {
  if (!app.isPackaged) return 'off';
  try {
    const config = readFeedConfig(join(process.resourcesPath, 'update-feed.json'));
    if (config === null) return 'off';
    // A package that root installed is root's to change.
    if (process.platform === 'linux' && appImageOf(process.env, process.execPath) === null) return 'managed';
    return createSignedUpdateEngine(config, journal);
  } catch (error) {
    log.write('error', 'Where updates of the application come from cannot be read', { cause: messageOf(error) });
    return 'off';
  }
}

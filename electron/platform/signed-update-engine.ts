import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, net } from 'electron';
import type { AppUpdater, UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';
import type { OfferedVersion, UpdateEngine } from '../app-update/app-updates.ts';
import type { FeedConfig } from '../app-update/feed-config.ts';
import { install } from '../app-update/install.ts';
import { channelFile, isOffered, MOST_CHANNEL_BYTES, openChannel, type Channel } from '../app-update/signed-channel.ts';
import { readJournal } from '../app-update/update-journal.ts';
import { WATCH_UPDATE } from '../app-update/watch-word.ts';
import { AppError } from '../kernel/errors.ts';
import { appImageOf } from './headless/app-image.ts';
import { COMMAND_DOOR } from '../shell/command-door.ts';

const TIMEOUT_MS = 20_000;

/**
 * electron-updater downloads, proves by SHA-512 and, on macOS and Windows, installs. What is newest is read here, from bytes that the publisher
 * signed: the description that was proven is the one that is used. An AppImage is put in its place here too, at once and with the former one kept.
 */
export function createSignedUpdateEngine({ url, key }: FeedConfig, journal: string): UpdateEngine {
  let offered: Channel | undefined;
  let downloaded: string | undefined;
  let updater: AppUpdater | undefined;

  async function readChannel(): Promise<Channel> {
    const name = channelFile(process.platform, process.arch);
    const bytes = await fetchSmall(new URL(name, url));
    const signature = await fetchSmall(new URL(`${name}.sig`, url));
    return openChannel(bytes, new TextDecoder().decode(signature), key);
  }

  /** Loaded when it is needed: most days it is not. */
  async function loadUpdater(channel: Channel): Promise<AppUpdater> {
    const { autoUpdater, Provider } = await import('electron-updater');
    class SignedProvider extends Provider<UpdateInfo> {
      constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
        super(runtime);
      }
      override getLatestVersion(): Promise<UpdateInfo> {
        const [first] = channel.files;
        return Promise.resolve({ ...channel, path: first?.url ?? '', sha512: first?.sha512 ?? '', releaseDate: '' });
      }
      override resolveFiles({ files }: UpdateInfo): { url: URL; info: UpdateInfo['files'][number] }[] {
        return files.map((info) => ({ url: new URL(info.url, url), info }));
      }
    }
    autoUpdater.setFeedURL({ provider: 'custom', updateProvider: SignedProvider });
    autoUpdater.autoDownload = false;
    autoUpdater.autoInstallOnAppQuit = false;
    autoUpdater.disableDifferentialDownload = true;
    autoUpdater.logger = null;
    return autoUpdater;
  }

  return {
    async look(): Promise<OfferedVersion | null> {
      const channel = await readChannel();
      if (!isOffered(channel.version, app.getVersion(), readJournal(journal).refused)) return null;
      offered = channel;
      return { version: channel.version, bytes: channel.files[0]?.size ?? 0 };
    },
    async download(onPercent) {
      if (offered === undefined) throw nothingOffered();
      updater = await loadUpdater(offered);
      const progress = ({ percent }: { percent: number }): void => onPercent(percent);
      updater.on('download-progress', progress);
      try {
        await updater.checkForUpdates();
        [downloaded] = await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', progress);
      }
    },
    async install() {
      if (offered === undefined || downloaded === undefined || updater === undefined) throw nothingOffered();
      const target = appImageOf(process.env, process.execPath);
      if (process.platform !== 'linux' || target === null) return updater.quitAndInstall(true, true);
      const sha512 = offered.files.find(({ url: name }) => name.endsWith('.AppImage'))?.sha512 ?? '';
      const plan = {
        journal,
        target,
        from: app.getVersion(),
        to: offered.version,
        downloaded,
        sha512,
        now: Date.now(),
        pid: process.pid,
      };
      watchFrom(await install(plan));
    },
  };

  /** The former version, which is known to work, watches over the new one. */
  function watchFrom(former: string): void {
    spawn(former, [...COMMAND_DOOR, WATCH_UPDATE, journal], { detached: true, stdio: 'ignore' }).unref();
  }
}

const nothingOffered = (): AppError => new AppError('usage', 'There is no update of the application to download.');

async function fetchSmall(address: URL): Promise<Uint8Array> {
  const response = await net.fetch(address.href, { signal: AbortSignal.timeout(TIMEOUT_MS), cache: 'no-store' });
  if (!response.ok || response.body === null) throw new AppError('not-found', `${address.href} answered ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_CHANNEL_BYTES) throw new AppError('denied', `${address.href} is larger than any description of an update.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Where what is written down, and kept, of updates of the application lies. */
export const updateJournal = (userData: string): string => join(userData, 'app-update', 'journal.json');

import { homedir } from 'node:os';
import { join } from 'node:path';
import { createTranslator, languageOf } from '../../shared/locales/index.ts';
import { saying } from '../../shared/locales/sayings.ts';
import type { Guardian } from '../guardian-api.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Notifier } from '../kernel/ports/notifier.ts';
import type { Secrets } from '../kernel/ports/secrets.ts';
import { createFileLog } from '../platform/headless/file-log.ts';
import { createFileSecrets } from '../platform/headless/file-secrets.ts';
import { secretsFolder } from '../platform/headless/secrets-folder.ts';
import { findWorkspace } from './find-workspace.ts';
import type { CliHost } from './host.ts';
import type { Output } from './output.ts';
import { createPaint } from './paint.ts';
import { printable } from './text/printable.ts';
import { shellWord } from './text/shell-word.ts';
import type { Voice } from './text/voice.ts';

/** What every command gets: the host, where to speak, how to speak, and the workspace when it needs one. */
export interface Session {
  host: CliHost;
  output: Output;
  voice: Voice;
  /** Aborted by a signal of the operating system. */
  signal: AbortSignal;
  /** Set by a command that passes signals on to another program: its exit code counts after a signal too. */
  passesSignals: boolean;
  /** What `--workspace` says. */
  askFor: (workspace: string | undefined) => void;
  asked: () => string | undefined;
  /** Absolute. @throws AppError `no-workspace` */
  workspace: () => string;
  /** Runs `work` with the workspace's guardian, which is given back afterwards, come what may. */
  withGuardian: <T>(work: (guardian: Guardian) => Promise<T> | T) => Promise<T>;
  /** Where the details of our own faults go; null while no workspace is known. */
  logFile: () => string | null;
  log: () => Log;
}

/** How long an act may go on after a signal, to end in good order. Milliseconds. */
const GRACE_MS = 5000;

/** A session of one command. */
export function createSession(host: CliHost, output: Output): Session {
  let asked: string | undefined;
  const voice = createVoice(host, () => asked);
  let found: string | undefined;
  const workspace = (): string => (found ??= findWorkspace(host.cwd, asked));
  const logFile = (): string | null => (found === undefined ? null : join(found, '.nightguard', 'terminal.log'));
  const log = (): Log => createFileLog(join(workspace(), '.nightguard', 'terminal.log'), systemClock);
  return {
    host,
    output,
    voice,
    signal: host.signal,
    passesSignals: false,
    askFor(folder) {
      asked = folder;
    },
    asked: () => asked,
    workspace,
    logFile,
    log,
    async withGuardian(work) {
      const folder = workspace();
      // Loaded late: `--help` and mistakes in the command line need none of it.
      const { createGuardian } = await import('../guardian.ts');
      const guardian = await createGuardian({
        workspace: folder,
        door: 'terminal',
        log: log(),
        secrets: secretsOf(host),
        teller: { translate: () => voice.t, notifier: lateNotifier, openAlerts: () => undefined },
      });
      try {
        return await endedInTime(work(guardian), host.signal);
      } finally {
        await guardian.dispose();
      }
    },
  };
}

/** Loaded when there is something to show: most commands show nothing. */
const lateNotifier: Notifier = {
  show: async (notification) => (await import('../platform/headless/node-notifier.ts')).createNodeNotifier().show(notification),
};

/** By the person's own environment, as everything that the host knows. */
const secretsOf = ({ env }: CliHost): Secrets =>
  createFileSecrets(secretsFolder(env, process.platform, env['HOME'] || homedir()));

/** The voice for a locale: LC_ALL before LC_MESSAGES before LANG, as POSIX has it. */
function createVoice({ env, stdout }: CliHost, asked: () => string | undefined): Voice {
  const language = languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']);
  return {
    t: createTranslator(language),
    language,
    said: (sentence) => printable(saying(language, sentence)),
    paint: createPaint(stdout),
    now: Date.now(),
    command(...words) {
      const folder = asked();
      return ['nightguard', ...words, ...(folder === undefined ? [] : ['--workspace', folder])].map(shellWord).join(' ');
    },
  };
}

/** After a signal the act gets its grace; then its guardian is disposed of under it, which the journal covers. */
async function endedInTime<T>(work: Promise<T> | T, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const begin = (): void => {
      timer = setTimeout(() => reject(new Error('cancelled')), GRACE_MS);
    };
    if (signal.aborted) begin();
    else signal.addEventListener('abort', begin, { once: true });
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

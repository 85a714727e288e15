import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { heartbeatOf } from '../../features/healing/index.ts';
import { systemClock } from '../../kernel/clock.ts';
import { messageOf } from '../../kernel/errors.ts';
import { loadSettings } from '../../kernel/settings-file/index.ts';
import { createFileLog } from '../../platform/headless/file-log.ts';
import { EXIT } from '../exit-codes.ts';
import { SETTINGS_FILE } from '../find-workspace.ts';
import type { Session } from '../session.ts';
import { nextPause, wasMeant } from '../supervise/back-off.ts';
import { noteRestart } from '../supervise/note-restart.ts';
import { runGuardian, type Ended } from '../supervise/run-guardian.ts';

/** `watch` in a process of its own, which is started again when it crashes or hangs. This one opens no database and watches nothing else. */
export async function watchSupervised(session: Session): Promise<number> {
  const { output, voice, signal, host } = session;
  const workspace = session.workspace();
  const stateFolder = join(workspace, '.nightguard');
  const log = createFileLog(join(stateFolder, 'watchdog.log'), systemClock);
  const settings = loadSettings(join(workspace, SETTINGS_FILE));
  const { beatSeconds, hungSeconds } = (settings.ok ? settings.settings : defaultSettings()).healing.watchdog;
  let pause: number | null = null;
  while (!signal.aborted) {
    const ended = await runGuardian({
      command: [...host.self, 'watch', '--workspace', workspace, ...(output.isJson ? ['--json'] : [])],
      cwd: host.cwd,
      env: host.env,
      heartbeat: (pid) => heartbeatOf(stateFolder, pid),
      lookMs: beatSeconds * 1000,
      looks: Math.max(2, Math.ceil(hungSeconds / beatSeconds)),
      signal,
    });
    if (ended.what === 'ended' && (signal.aborted || wasMeant(ended.code, ended.signal))) return ended.code ?? EXIT.ok;
    pause = nextPause(pause, ended.ranMs);
    const what = ended.what === 'hung' ? 'hung' : 'crashed';
    const detail = detailOf(ended);
    log.write('error', `The guardian ${what}`, { detail, ranMs: Math.round(ended.ranMs), pauseMs: pause });
    output.note(voice.t(`terminal.healing.${what}`, { detail, seconds: pause / 1000 }));
    await noteRestart(stateFolder, { at: Date.now(), what, detail, ranMs: ended.ranMs }).catch((error: unknown) =>
      log.write('warn', 'The restart could not be noted', { cause: messageOf(error) }),
    );
    await delay(pause, undefined, { signal }).catch(() => undefined);
  }
  return EXIT.ok;
}

const detailOf = (ended: Ended): string =>
  ended.what === 'hung'
    ? `no sign of life for ${Math.round(ended.silentMs / 1000)} s`
    : ended.signal === null
      ? `exit code ${ended.code ?? 'unknown'}`
      : `ended by ${ended.signal}`;

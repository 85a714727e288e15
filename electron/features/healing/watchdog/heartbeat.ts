import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryBeside } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { isAlive, startOf } from '../../../kernel/process-identity.ts';

/** For whoever wants to know whether some Nightguard watches here: the newest sign of any. */
const COMMON = 'heartbeat.json';
const FOLDER = 'heartbeats';

/** Where one process gives its sign of life: several may watch the same workspace. */
export const heartbeatOf = (stateFolder: string, pid: number): string => join(stateFolder, FOLDER, `${pid}.json`);

/** A sign of life, again and again, until it is disposed; its file goes with an orderly end. */
export function beat(stateFolder: string, everyMs: number, clock: Clock, log: Log): Disposable {
  const own = heartbeatOf(stateFolder, process.pid);
  const began = startOf(process.pid);
  let number = 0;
  let cancel: () => void = () => undefined;
  let [isTold, isOver] = [false, false];
  let written: Promise<void> = Promise.resolve();
  const sign = (): void => {
    written = write().finally(() => {
      if (!isOver) cancel = clock.after(everyMs, sign);
    });
  };
  const write = async (): Promise<void> => {
    number += 1;
    const text = `${JSON.stringify({ pid: process.pid, start: began, at: clock.now(), beat: number })}\n`;
    try {
      for (const path of [own, join(stateFolder, COMMON)]) await replace(path, text);
      isTold = false;
    } catch (error) {
      if (!isTold) log.write('warn', 'The heartbeat could not be written', { cause: messageOf(error) });
      isTold = true;
    }
  };
  mkdirSync(join(stateFolder, FOLDER), { recursive: true });
  sweep(join(stateFolder, FOLDER));
  sign();
  return {
    async dispose() {
      isOver = true;
      cancel();
      await written;
      rmSync(own, { force: true });
    },
  };
}

/** Not fsynced: after a power cut nobody is waiting for it. */
async function replace(path: string, text: string): Promise<void> {
  const temporary = temporaryBeside(path);
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Signs of processes that have crashed. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(\d+)\.json$/.exec(name)?.[1]);
    if (!Number.isNaN(pid) && !isAlive(pid)) rmSync(join(folder, name), { force: true });
  }
}

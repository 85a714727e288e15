import { WATCH_UPDATE } from './app-update/watch-word.ts';
import { systemClock } from './kernel/clock.ts';
import { COMMAND_DOOR, commandWords } from './shell/command-door.ts';

/**
 * What the executable begins with: the terminal behind its door, or the desktop. Electron waits for this module before it looks for a
 * display, takes a lock or starts another process: a command has done its work by then.
 */
const words = commandWords(process.argv);
if (words === null) {
  await import('./main.ts');
} else if (words[0] === WATCH_UPDATE) {
  const { watchUpdate } = await import('./app-update/watch-update.ts');
  process.exit(await watchUpdate(words[1] ?? '', systemClock));
} else {
  const { runOnThisProcess } = await import('./terminal/this-process.ts');
  process.exit(await runOnThisProcess(words, [process.execPath, ...COMMAND_DOOR]));
}

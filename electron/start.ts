import { COMMAND_DOOR, commandWords } from './shell/command-door.ts';

/**
 * What the executable begins with: the terminal behind its door, or the desktop. Electron waits for this module before it looks for a
 * display, takes a lock or starts another process: a command has done its work by then.
 */
const words = commandWords(process.argv);
if (words === null) {
  await import('./main.ts');
} else {
  const { runOnThisProcess } = await import('./terminal/this-process.ts');
  process.exit(await runOnThisProcess(words, [process.execPath, ...COMMAND_DOOR]));
}

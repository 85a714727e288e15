/**
 * What leads to the terminal in an executable that is no Node any more: nothing is shown there, so there is no page to lock up and no
 * process to prepare for one (which root, containers and some distributions would refuse). Only what is fatal of Chromium's own log is told.
 * The launchers in build/packaging/launchers say the same words.
 */
export const COMMAND_DOOR = ['--no-sandbox', '--no-zygote', '--log-level=3', '--cli', '--'] as const;

/** The words after the door; null where the desktop is meant. `argv`: with the program first. Pure. */
export function commandWords(argv: readonly string[]): string[] | null {
  const door = argv.indexOf('--cli');
  const end = argv.indexOf('--');
  if (door < 1 || (end >= 0 && end < door)) return null;
  return argv.slice(argv[door + 1] === '--' ? door + 2 : door + 1);
}

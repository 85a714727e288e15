import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import { errnoOf } from '../../kernel/errors.ts';

/** A program and its arguments, as one `Exec` value of a desktop entry (freedesktop.org Desktop Entry Specification 1.5). */
export const execLine = (command: readonly string[]): string => command.map(quoted).join(' ');

function quoted(word: string): string {
  const literal = word.replaceAll('%', '%%');
  if (/^[\w@%+=:,./-]+$/.test(literal)) return literal;
  // Escaped twice: once for the quoting of Exec, once for the string type of the file.
  return `"${literal.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('\\', '\\\\')}"`;
}

/** The file with which desktops on Linux start a program at login. */
export const autostartFile = (environment: NodeJS.ProcessEnv, home: string): string =>
  join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart', 'nightguard.desktop');

/** Writes or removes the autostart entry. */
export async function setAutostart(file: string, command: readonly string[] | null): Promise<void> {
  if (command === null) return rm(file, { force: true });
  await mkdir(join(file, '..'), { recursive: true });
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Nightguard',
    `Exec=${execLine(command)}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  await writeFileAtomic(file, `${lines.join('\n')}\n`);
}

/** Whether the entry is there. */
export async function hasAutostart(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

import { join } from 'node:path';

/** The folder for keys of the person who runs this, where their platform keeps such things; outside of any workspace. */
export function secretsFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Nightguard', 'secrets');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Nightguard', 'secrets');
  return join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'nightguard', 'secrets');
}

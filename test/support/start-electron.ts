import { _electron, type ElectronApplication } from '@playwright/test';
import electronBinary from 'electron';

// Outside Electron the package gives the path of its binary.
export const ELECTRON = electronBinary as unknown as string;

const LAUNCH_MS = 15_000;

export interface Start {
  /** The user-data-dir, fresh for each start. */
  profile: string;
  /** The checkout's Electron, unless another is named. */
  executable?: string | undefined;
  /** What Electron shall run, and that program's own arguments. */
  args: readonly string[];
  environment: Record<string, string>;
}

/** The flags that a test needs: root has no sandbox of its own, and captures need software drawing. */
export const testFlags = (profile: string): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  `--user-data-dir=${profile}`,
];

/** Once in about forty launches on a loaded machine the driver attaches and is never told that the application runs: two more tries. */
export async function startElectron(start: Start, tries = 3): Promise<ElectronApplication> {
  const { profile, executable = ELECTRON, args, environment } = start;
  try {
    return await _electron.launch({
      executablePath: executable,
      timeout: LAUNCH_MS,
      args: [...testFlags(profile), ...args],
      env: { ...inherited(), ...environment },
    });
  } catch (error) {
    if (tries <= 1 || !(error instanceof Error && error.name === 'TimeoutError')) throw error;
    console.warn('Electron did not answer the driver; starting it once more.');
    return startElectron(start, tries - 1);
  }
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

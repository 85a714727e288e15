import { app } from 'electron';
import { systemClock } from '../../electron/kernel/clock.ts';
import { createKeychainSecrets } from '../../electron/platform/keychain-secrets.ts';

/** The keychain's store alone in a main process, for the contract tests. */
const logged: string[] = [];
const log = { write: (_level: string, message: string) => void logged.push(message) };
const secrets = createKeychainSecrets(process.env['NIGHTGUARD_SECRETS'] ?? '', { log, clock: systemClock });

const told = async <T>(work: Promise<T>): Promise<{ value: T } | { error: string }> => {
  try {
    return { value: await work };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};

export const secretsUnderTest = {
  get: (name: string) => told(secrets.get(name)),
  set: (name: string, value: string) => told(secrets.set(name, value)),
  logged: () => logged,
};
Object.assign(globalThis, { secretsUnderTest });

app.disableHardwareAcceleration();

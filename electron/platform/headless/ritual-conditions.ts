import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../../kernel/errors.ts';

/** What the machine says of itself. `null`: it does not say. */
export interface MachineState {
  onBattery: () => Promise<boolean | null>;
  isMetered: () => Promise<boolean | null>;
}

/** Why rituals wait now, or null. Only what the settings want is asked; what the machine does not say holds nothing up. */
export async function ritualConditions(
  settings: { onBattery: boolean; onMetered: boolean },
  machine: MachineState,
): Promise<'on-battery' | 'metered' | null> {
  if (!settings.onBattery && (await machine.onBattery()) === true) return 'on-battery';
  if (!settings.onMetered && (await machine.isMetered()) === true) return 'metered';
  return null;
}

/** Asks this machine. */
export const thisMachine: MachineState = {
  onBattery: () => (process.platform === 'linux' ? Promise.resolve(batteryOf('/sys/class/power_supply')) : batteryElsewhere()),
  isMetered: () => (process.platform === 'linux' ? meteredByNetworkManager() : Promise.resolve(null)),
};

/** Whether the machine runs on battery, by the kernel's own files; null where no battery powers it. */
export function batteryOf(folder: string): boolean | null {
  const supplies = namesIn(folder).map((name) => {
    const read = (file: string): string => textOf(join(folder, name, file));
    return { type: read('type'), scope: read('scope'), online: read('online'), status: read('status') };
  });
  // A mouse has a battery too.
  const batteries = supplies.filter(({ type, scope }) => type === 'Battery' && scope !== 'Device');
  if (batteries.length === 0) return null;
  const isPlugged = supplies.some(({ type, online }) => type !== 'Battery' && online === '1');
  return !isPlugged && batteries.some(({ status }) => status === 'Discharging');
}

async function batteryElsewhere(): Promise<boolean | null> {
  const { battery } = await import('systeminformation');
  const { hasBattery, acConnected } = await battery();
  return hasBattery ? !acConnected : null;
}

const PATIENCE_MS = 3000;

/** NetworkManager's word, over the system bus by systemd's own tool; null where either is missing. */
function meteredByNetworkManager(): Promise<boolean | null> {
  const service = 'org.freedesktop.NetworkManager';
  const question = ['--system', 'get-property', service, '/org/freedesktop/NetworkManager', service, 'Metered'];
  return new Promise((resolve) => {
    // Any failure means that nobody says: no bus, no NetworkManager, no such tool.
    execFile('busctl', question, { timeout: PATIENCE_MS }, (error, output) => resolve(error === null ? meteredOf(output) : null));
  });
}

/** 1 yes, 2 no, 3 guessed yes, 4 guessed no, 0 unknown. Source: NMMetered in NetworkManager's D-Bus types. */
export function meteredOf(answer: string): boolean | null {
  const value = /^u ([0-4])\s*$/.exec(answer)?.[1];
  if (value === undefined || value === '0') return null;
  return value === '1' || value === '3';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) !== undefined) return [];
    throw error;
  }
}

/** Empty where there is no such file, or the kernel does not answer just now. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (errnoOf(error) !== undefined) return '';
    throw error;
  }
}

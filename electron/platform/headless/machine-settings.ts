import { mkdir, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from '../../kernel/atomic-file.ts';
import type { Clock } from '../../kernel/clock.ts';
import { errnoOf } from '../../kernel/errors.ts';
import type { Log } from '../../kernel/ports/log.ts';

/** What belongs to this machine and not to a workspace. Whether to start at login is asked of the operating system. */
const machineSettingsSchema = z.object({
  workspaces: z.array(z.string().min(1)).default([]),
  active: z.string().min(1).nullable().default(null),
  language: z.enum(['system', 'en', 'ko']).default('system'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
});
type MachineSettings = z.infer<typeof machineSettingsSchema>;

export interface MachineSettingsStore {
  get(): MachineSettings;
  /** Durable when it resolves. Changes are written one after the other. */
  change(settings: Partial<MachineSettings>): Promise<void>;
}

/** Opens the settings file. One that cannot be read is set aside, never overwritten. */
export async function openMachineSettings(
  file: string,
  { log, clock }: { log: Log; clock: Clock },
): Promise<MachineSettingsStore> {
  await mkdir(dirname(file), { recursive: true });
  let settings = await load(file, log, clock);
  let writing = Promise.resolve();
  return {
    get: () => settings,
    change(changes) {
      settings = { ...settings, ...changes };
      const text = `${JSON.stringify(settings, null, 2)}\n`;
      const write = writing.then(() => writeFileAtomic(file, text));
      writing = write.catch(() => undefined);
      return write;
    },
  };
}

async function load(file: string, log: Log, clock: Clock): Promise<MachineSettings> {
  try {
    return machineSettingsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return machineSettingsSchema.parse({});
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    const aside = `${file}.unreadable-${clock.now()}`;
    await rename(file, aside);
    log.write('warn', `The settings of this machine could not be read and were set aside: ${aside}`, { cause: error.message });
    return machineSettingsSchema.parse({});
  }
}

import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { decodeSource, readPythonLiteral } from '../../../kernel/code/index.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';

const entry = z.object({
  /** None is every loop. */
  trigger_hour: z.number().int().min(0).max(23).nullable().default(null),
  trigger_weekday: z.number().int().min(0).max(6).nullable().default(null),
  agent: z.string().min(1).default('Technical_Director'),
  task_type: z.string().min(1),
  instruction: z.string().default(''),
  council: z.boolean().default(false),
});

export interface PythonRitual {
  name: string;
  hour: number | null;
  weekday: number | null;
  agent: string;
  taskType: string;
  instruction: string;
  council: boolean;
}

export interface PythonRituals {
  rituals: PythonRitual[];
  problem: string | null;
}

export type ReadPython = (workspace: string, file: string) => Promise<PythonRituals>;

/** Looked at each minute: the file is read again only when it is another one. */
export function whileUnchanged(read: ReadPython): ReadPython {
  let known: { stamp: string; rituals: PythonRituals } | null = null;
  return async (workspace, file) => {
    const stamp = `${file} ${stampOf(workspace, file)}`;
    if (known?.stamp !== stamp) known = { stamp, rituals: await read(workspace, file) };
    return known.rituals;
  };
}

function stampOf(workspace: string, file: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(within(workspace, file));
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch (error) {
    // Reading it says what is wrong.
    return messageOf(error);
  }
}

/** `RITUALS_CONFIG` of a workspace's Python, read without running it. A file, or a name, that is not there is no fault. */
export async function readRitualsConfig(workspace: string, file: string): Promise<PythonRituals> {
  try {
    const text = decodeSource('python', await readFile(within(workspace, file)));
    if (text === null) return { rituals: [], problem: `${file} is not UTF-8.` };
    const value = await readPythonLiteral(text, 'RITUALS_CONFIG', file);
    if (value === undefined) return { rituals: [], problem: null };
    const read = z.record(z.string().min(1), entry).safeParse(value);
    if (!read.success) return { rituals: [], problem: `${file}: RITUALS_CONFIG: ${describe(read.error)}` };
    return { rituals: Object.entries(read.data).map(([name, given]) => ritualOf(name, given)), problem: null };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return { rituals: [], problem: null };
    return { rituals: [], problem: messageOf(error) };
  }
}

const ritualOf = (name: string, given: z.output<typeof entry>): PythonRitual => ({
  name,
  hour: given.trigger_hour,
  weekday: given.trigger_weekday,
  agent: given.agent,
  taskType: given.task_type,
  instruction: given.instruction,
  council: given.council,
});

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');

import { createInterface } from 'node:readline/promises';
import type { Session } from './session.ts';

/** Whether there is a person to ask: both ends of the conversation are a terminal, and no program reads the answer. */
export const canAsk = ({ host, output }: Session): boolean =>
  host.stdin.isTTY === true && host.stderr.isTTY === true && !output.isJson;

/** Asks one question on standard error. Resolves to the trimmed answer; '' when the input ends. */
export async function ask(question: string, { host, signal }: Session): Promise<string> {
  const reader = createInterface({ input: host.stdin, output: host.stderr, terminal: true });
  try {
    const ended = new Promise<string>((resolve) => void reader.once('close', () => resolve('')));
    return (await Promise.race([reader.question(question, { signal }), ended])).trim();
  } finally {
    reader.close();
  }
}

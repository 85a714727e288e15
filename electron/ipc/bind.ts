import type { z } from 'zod';
import { contract, type Channel, type Contract, type Output, type Reply } from '../../shared/ipc/contract.ts';
import { AppError, asAppError, messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';

/** One handler for every channel of the contract: a missing one does not compile. */
export type Handlers = {
  [C in Channel]: (input: z.output<Contract[C]['input']>) => Output<C> | Promise<Output<C>>;
};

/** The part of Electron's ipcMain that is needed. */
export interface Receiver<Event> {
  handle(channel: string, listener: (event: Event, input: unknown) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export interface Binding<Event> {
  receiver: Receiver<Event>;
  handlers: Handlers;
  isTrusted: (event: Event) => boolean;
  log: Log;
}

const CHANNELS = Object.keys(contract) as Channel[];

/** Answers every channel: checks who asks, validates what comes in and what goes out. Returns the function that stops answering. */
export function bindIpc<Event>({ receiver, handlers, isTrusted, log }: Binding<Event>): () => void {
  for (const channel of CHANNELS) {
    receiver.handle(channel, async (event, input) => {
      try {
        if (!isTrusted(event)) throw new AppError('denied', 'This page may not ask the guardian for anything.');
        return { ok: true, value: await answer(channel, handlers, input) } satisfies Reply<unknown>;
      } catch (error) {
        return refusal(channel, error, log);
      }
    });
  }
  return () => {
    for (const channel of CHANNELS) receiver.removeHandler(channel);
  };
}

async function answer(channel: Channel, handlers: Handlers, input: unknown): Promise<unknown> {
  const { input: inputSchema, output: outputSchema } = contract[channel];
  const asked = inputSchema.safeParse(input);
  if (!asked.success) throw new AppError('usage', `${channel} was asked with a value that does not fit.`, { cause: asked.error });
  // The contract ties each channel's schemas and handler together; a lookup by a variable channel cannot show that to the compiler.
  const handle = handlers[channel] as (value: unknown) => unknown;
  const answered = outputSchema.safeParse(await handle(asked.data));
  if (!answered.success)
    throw new AppError('internal', `${channel} would have answered with a value that does not fit.`, { cause: answered.error });
  return answered.data;
}

/** Logged once, here. An expected error's sentence reaches the person; particulars of an unexpected one stay in the log. */
function refusal(channel: Channel, thrown: unknown, log: Log): Reply<never> {
  const error = asAppError(thrown);
  log.write(error.code === 'internal' ? 'error' : 'warn', error.message, {
    channel,
    code: error.code,
    cause: error.cause === undefined ? '' : messageOf(error.cause),
  });
  return { ok: false, error: { code: error.code, message: error.message } };
}

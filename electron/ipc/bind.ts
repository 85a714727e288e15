import type { z } from 'zod';
import type { Contract, Reply } from '../../shared/ipc/contract.ts';
import { AppError, asAppError, messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';

/** Channels of one window, each with the shape of what goes in and what comes out. */
export type AnyContract = Readonly<Record<string, { input: z.ZodType; output: z.ZodType }>>;

type Answer<T extends z.ZodType> = z.output<T> | Promise<z.output<T>>;

/** One handler for every channel of a contract: a missing one does not compile. */
export type HandlersOf<C extends AnyContract> = {
  [K in keyof C]: (input: z.output<C[K]['input']>) => Answer<C[K]['output']>;
};
export type Handlers = HandlersOf<Contract>;

/** The part of Electron's ipcMain that is needed. */
export interface Receiver<Event> {
  handle(channel: string, listener: (event: Event, input: unknown, workspace?: unknown) => Promise<unknown>): void;
  removeHandler(channel: string): void;
}

export interface Binding<C extends AnyContract, Event> {
  contract: C;
  receiver: Receiver<Event>;
  handlers: HandlersOf<C>;
  /** Says whether the one who asks is the window that this contract is for. */
  isTrusted: (event: Event) => boolean;
  /** Says whether that workspace is still the one that questions are about. Left out: there is only one. */
  isShown?: (workspace: unknown) => boolean;
  log: Log;
}

/** Answers every channel: checks who asks, validates what comes in and what goes out. Returns the function that stops answering. */
export function bindIpc<C extends AnyContract, Event>(binding: Binding<C, Event>): () => void {
  const { contract, receiver, isTrusted, isShown, log } = binding;
  const channels = Object.keys(contract);
  for (const channel of channels) {
    receiver.handle(channel, async (event, input, workspace = null) => {
      try {
        if (!isTrusted(event)) throw new AppError('denied', 'This page may not ask the guardian for anything.');
        // A click that was on its way when another workspace came to the front was meant for the former one.
        if (workspace !== null && isShown?.(workspace) === false)
          throw new AppError('stale-preview', 'Another workspace is shown by now: nothing was done.');
        return { ok: true, value: await answer(channel, binding, input) } satisfies Reply<unknown>;
      } catch (error) {
        return refusal(channel, error, log);
      }
    });
  }
  return () => {
    for (const channel of channels) receiver.removeHandler(channel);
  };
}

async function answer<C extends AnyContract>(
  channel: keyof C & string,
  { contract, handlers }: Pick<Binding<C, unknown>, 'contract' | 'handlers'>,
  input: unknown,
): Promise<unknown> {
  const { input: inputSchema, output: outputSchema } = contract[channel] as AnyContract[string];
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
function refusal(channel: string, thrown: unknown, log: Log): Reply<never> {
  const error = asAppError(thrown);
  log.write(error.code === 'internal' ? 'error' : 'warn', error.message, {
    channel,
    code: error.code,
    cause: error.cause === undefined ? '' : messageOf(error.cause),
  });
  return { ok: false, error: { code: error.code, message: error.message } };
}

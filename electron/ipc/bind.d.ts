import type { z } from 'zod';
import type { Contract } from '../../shared/ipc/contract.ts';
import type { Log } from '../kernel/ports/log.ts';
/** Channels of one window, each with the shape of what goes in and what comes out. */
export type AnyContract = Readonly<Record<string, {
    input: z.ZodType;
    output: z.ZodType;
}>>;
type Answer<T extends z.ZodType> = z.output<T> | Promise<z.output<T>>;
/** One handler for every channel of a contract: a missing one does not compile. */
export type HandlersOf<C extends AnyContract> = {
    [K in keyof C]: (input: z.output<C[K]['input']>) => Answer<C[K]['output']>;
};
export type Handlers = HandlersOf<Contract>;
/** The part of Electron's ipcMain that is needed. */
export interface Receiver<Event> {
    handle(channel: string, listener: (event: Event, input: unknown) => Promise<unknown>): void;
    removeHandler(channel: string): void;
}
export interface Binding<C extends AnyContract, Event> {
    contract: C;
    receiver: Receiver<Event>;
    handlers: HandlersOf<C>;
    /** Says whether the one who asks is the window that this contract is for. */
    isTrusted: (event: Event) => boolean;
    log: Log;
}
/** Answers every channel: checks who asks, validates what comes in and what goes out. Returns the function that stops answering. */
export declare function bindIpc<C extends AnyContract, Event>(binding: Binding<C, Event>): () => void;
export {};

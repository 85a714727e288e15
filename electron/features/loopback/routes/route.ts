import { z } from 'zod';
import type { ApiAnswer } from '../../../kernel/ports/loopback-api.ts';
import type { LoopbackPorts } from '../ports.ts';

/** One thing that may be asked, with all that its description needs. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  /** Of the body; absent where there is none. */
  input?: z.ZodType;
  /** Answers by status; a string is a media type that is not JSON. */
  answers: Readonly<Record<number, { description: string; body: z.ZodType | string }>>;
  handle: (input: unknown, query: URLSearchParams, ports: LoopbackPorts) => Promise<ApiAnswer> | ApiAnswer;
}

interface Typed<I extends z.ZodType> extends Omit<Route, 'input' | 'handle'> {
  input: I;
  handle: (input: z.output<I>, query: URLSearchParams, ports: LoopbackPorts) => Promise<ApiAnswer> | ApiAnswer;
}

/** A route with a body: the handler gets what its schema has let through. */
export const posting = <I extends z.ZodType>({ handle, ...route }: Typed<I>): Route => ({
  ...route,
  handle: (input, query, ports) => handle(input as z.output<I>, query, ports),
});

export const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'no control characters');

export const problem = z.object({ detail: z.string() });

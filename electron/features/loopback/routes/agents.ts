import { z } from 'zod';
import { name, posting, problem } from './route.ts';

const call = z.strictObject({
  chain: name.describe('Names one chain of calls; whoever calls on passes it along.'),
  callee: name.describe('What is called: CD.review.'),
});

const allowed = z.object({ allowed: z.literal(true), depth: z.number().int().positive() });
const blocked = z.object({
  allowed: z.literal(false),
  reason: z.enum(['cycle', 'too-deep', 'too-many']),
  cycle: z.array(z.string()).describe('From the first call of the callee to the one that was blocked.'),
});

/** Before an agent calls another one. */
export const enter = posting({
  method: 'POST',
  path: '/v1/calls/enter',
  summary:
    'Reports a call before it is made. A call that comes back to where its chain has been is blocked, and the circle is named.',
  input: call,
  answers: {
    200: { description: 'The call may be made.', body: allowed },
    409: { description: 'The call must not be made.', body: blocked },
  },
  handle(input, _query, { calls }) {
    const answer = calls.enter(input);
    return { status: answer.allowed ? 200 : 409, body: answer };
  },
});

/** After the call. */
export const exit = posting({
  method: 'POST',
  path: '/v1/calls/exit',
  summary: 'Reports that a call has ended. Calls within it that never ended have ended with it.',
  input: call,
  answers: {
    200: { description: 'It was open, and is not any more.', body: z.object({}) },
    404: { description: 'There was no such call.', body: problem },
  },
  handle: (input, _query, { calls }) =>
    calls.exit(input) ? { status: 200, body: {} } : { status: 404, body: { detail: 'there is no such call' } },
});

/** A sign of life. */
export const heartbeat = posting({
  method: 'POST',
  path: '/v1/heartbeat',
  summary: 'An agent says that it is there, and what it works at. One that is silent or stuck for too long is shown.',
  input: z.strictObject({ agent: name, name: name.optional(), task: name.nullable().default(null) }),
  answers: { 200: { description: 'It was noted.', body: z.object({}) } },
  handle(input, _query, { beat }) {
    beat(input);
    return { status: 200, body: {} };
  },
});

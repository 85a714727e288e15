import { z } from 'zod';
import { follow } from '../follow-hub.ts';
import { name, posting, type Route } from './route.ts';

const kind = z.enum(['request', 'response', 'broadcast', 'query', 'vote', 'decision', 'status']);
const MOST_DATA = 64_000;

const message = z.object({
  id: z.string(),
  at: z.number().int().nonnegative(),
  from: z.string(),
  to: z.string(),
  type: kind,
  data: z.record(z.string(), z.unknown()),
});

/** Into the hub. */
export const post = posting({
  method: 'POST',
  path: '/v1/hub',
  summary: 'Puts a message into the hub of the agents: a file in knowledge/agent_hub, durable when this answers.',
  input: z.strictObject({
    from: name,
    to: name,
    type: kind,
    data: z
      .record(z.string().max(200), z.unknown())
      .refine((data) => JSON.stringify(data).length <= MOST_DATA, `at most ${MOST_DATA} characters`),
  }),
  answers: { 201: { description: 'It is there.', body: z.object({ id: z.string() }) } },
  handle: async (input, _query, { post: put }) => ({ status: 201, body: { id: await put(input) } }),
});

const HOUR_MS = 3_600_000;

/** Out of the hub. */
export const read: Route = {
  method: 'GET',
  path: '/v1/hub',
  summary:
    'Messages of the hub that were written after `since` (epoch milliseconds; the last hour without it), oldest first, at most the newest 500.',
  answers: { 200: { description: 'The messages.', body: z.object({ messages: z.array(message) }) } },
  handle(_input, query, { hub, clock }) {
    const since = Number(query.get('since') ?? clock.now() - HOUR_MS);
    if (!Number.isFinite(since)) return { status: 400, body: { detail: 'since is no number' } };
    return { status: 200, body: { messages: hub(since) } };
  },
};

/** As they come. */
export const stream: Route = {
  method: 'GET',
  path: '/v1/stream',
  summary:
    'Messages of the hub as they come, whoever writes them, as server-sent events: `event: hub`, `data:` the message as JSON. Alerts come here as broadcasts. `event: unreadable` says once that the hub cannot be read: what is written meanwhile may be missed.',
  answers: { 200: { description: 'Goes on until the reader leaves.', body: 'text/event-stream' } },
  handle: (_input, _query, { hub, clock }) => ({
    stream: (write, signal) => follow({ hub, clock, write, signal }),
  }),
};

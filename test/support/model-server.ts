import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a test lets the model do with one request. */
export type ModelManner =
  | { answer: string; input?: number; output?: number }
  | { status: number; body?: string }
  | { raw: string }
  | 'never';

/** A loopback server that speaks the protocols of the providers: each request is answered as the test says. */
export interface ModelServer {
  url: string;
  /** Bodies and headers, as they came. */
  requests: { path: string; headers: IncomingMessage['headers']; body: unknown }[];
  next: (...manners: ModelManner[]) => void;
  close(): Promise<void>;
}

export async function openModelServer(): Promise<ModelServer> {
  const manners: ModelManner[] = [];
  const requests: ModelServer['requests'] = [];
  const server = createServer((request, response) => void take(request, response));
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push({ path: request.url ?? '', headers: request.headers, body: JSON.parse(await text(request)) as unknown });
    const manner = manners.shift() ?? { status: 500 };
    if (manner === 'never') return;
    response.setHeader('Content-Type', 'application/json');
    if ('status' in manner) {
      response.statusCode = manner.status;
      response.end(manner.body ?? JSON.stringify({ error: { message: 'no' } }));
    } else response.end('raw' in manner ? manner.raw : JSON.stringify(spoken(request.url ?? '', manner)));
  };
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    next: (...more) => void manners.push(...more),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The same answer in the words of the protocol that was asked. */
function spoken(path: string, { answer, input = 100, output = 50 }: Extract<ModelManner, { answer: string }>): unknown {
  if (path.includes(':generateContent'))
    return {
      candidates: [{ content: { role: 'model', parts: [{ text: answer }] }, finishReason: 'STOP', index: 0 }],
      usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
    };
  if (path.endsWith('/messages'))
    return {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model: 'm',
      content: [{ type: 'text', text: answer }],
      stop_reason: 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: input, output_tokens: output },
    };
  return {
    id: 'c1',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content: answer }, finish_reason: 'stop' }],
    usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
  };
}

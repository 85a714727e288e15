import { z } from 'zod';
import type { ApiAnswer, ApiRequest, LoopbackApi } from '../../kernel/ports/loopback-api.ts';
import { openApi } from './openapi.ts';
import type { LoopbackPorts } from './ports.ts';
import { routes } from './routes/index.ts';
import type { Route } from './routes/route.ts';

const DESCRIPTION = '/openapi.json';

/** The interface for programs and agents of this machine. It opens no port: the server of annealing asks it. */
export const openLoopback = (ports: LoopbackPorts): LoopbackApi => ({
  async answer(request) {
    if (request.path === DESCRIPTION && request.method === 'GET') return { status: 200, body: openApi(ports.version) };
    const here = routes.filter(({ path }) => path === request.path);
    if (here.length === 0) return null;
    const route = here.find(({ method }) => method === request.method);
    if (route === undefined)
      return {
        status: 405,
        body: { detail: 'method not allowed' },
        headers: { Allow: here.map(({ method }) => method).join(', ') },
      };
    return handle(route, request, ports);
  },
});

async function handle(route: Route, { body, query }: ApiRequest, ports: LoopbackPorts): Promise<ApiAnswer> {
  if (route.input === undefined) return route.handle(undefined, query, ports);
  const parsed = route.input.safeParse(body);
  return parsed.success
    ? route.handle(parsed.data, query, ports)
    : { status: 400, body: { detail: z.prettifyError(parsed.error) } };
}

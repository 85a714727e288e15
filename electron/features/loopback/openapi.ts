import { z } from 'zod';
import { routes } from './routes/index.ts';
import { problem, type Route } from './routes/route.ts';

const json = (schema: z.ZodType): unknown => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'input', target: 'openapi-3.0' }) },
});

/** The interface as OpenAPI 3.1 describes it, made of the same schemas that it is checked by. */
export function openApi(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nightguard, loopback interface',
      version,
      description:
        'For programs and agents of the same machine. It listens on 127.0.0.1 only, wants the token of the workspace, and refuses browsers (Host and Origin are checked). `nightguard api` prints the address.',
    },
    servers: [{ url: 'http://127.0.0.1:{port}', variables: { port: { default: '9797' } } }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operationOf({ summary, input, answers }: Route): Record<string, unknown> {
  const given = Object.entries(answers).map(([status, { description, body }]) => [
    status,
    { description, content: typeof body === 'string' ? { [body]: { schema: { type: 'string' } } } : json(body) },
  ]);
  return {
    summary,
    ...(input === undefined ? {} : { requestBody: { required: true, content: json(input) } }),
    responses: {
      ...Object.fromEntries(given),
      ...(input === undefined ? {} : { 400: { description: 'The body does not fit.', content: json(problem) } }),
      401: { description: 'The token is missing or wrong.', content: json(problem) },
    },
  };
}

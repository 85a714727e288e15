import { metricsText, METRICS_TYPE } from '../metrics.ts';
import type { Route } from './route.ts';

/** For Prometheus. */
export const metrics: Route = {
  method: 'GET',
  path: '/metrics',
  summary: 'The state as Prometheus reads it. Give the token as `authorization: { credentials_file: … }`.',
  answers: { 200: { description: 'Text exposition format 0.0.4.', body: METRICS_TYPE } },
  handle: async (_input, _query, ports) => ({ status: 200, body: await metricsText(ports), contentType: METRICS_TYPE }),
};

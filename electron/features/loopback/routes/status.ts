import { z } from 'zod';
import { healthSchema } from '../../../../shared/model/healing.ts';
import { needsYouCount, overallSchema, problemSchema, type Snapshot } from '../../../../shared/model/snapshot.ts';
import { redact } from '../../../kernel/redact.ts';
import type { Route } from './route.ts';

const time = z.number().int().nonnegative();

const statusSchema = z.object({
  workspace: z.string(),
  version: z.string(),
  /** The one state that the tray shows: could not check is `unknown`, never `good`. */
  overall: overallSchema,
  provenGoodAt: time.nullable(),
  lastCheckAt: time.nullable(),
  pausedUntil: time.nullable(),
  needsYou: z.number().int().nonnegative(),
  held: z.number().int().nonnegative(),
  approvals: z.number().int().nonnegative(),
  problems: z.array(problemSchema.pick({ code: true, severity: true, at: true, detail: true })),
  lastRelease: z.object({ id: z.string(), status: z.string() }).nullable(),
  health: healthSchema.omit({ history: true }),
});

/** The state at a glance. */
export const status: Route = {
  method: 'GET',
  path: '/v1/status',
  summary: 'The state at a glance, as the tray shows it. Times are epoch milliseconds.',
  answers: { 200: { description: 'The state now.', body: statusSchema } },
  handle: (_input, _query, { snapshot, version }) => ({ status: 200, body: statusOf(snapshot(), version) }),
};

export function statusOf(snapshot: Snapshot, version: string): z.output<typeof statusSchema> {
  const { workspace, overall, provenGoodAt, lastCheck, pausedUntil, held, approvals, problems, releases, health } = snapshot;
  const { history: _history, ...glance } = health;
  const [last] = releases;
  return {
    workspace: workspace.name,
    version,
    overall,
    provenGoodAt,
    lastCheckAt: lastCheck?.at ?? null,
    pausedUntil,
    needsYou: needsYouCount(snapshot),
    held: held.length,
    approvals: approvals.length,
    problems: problems.map(({ code, severity, at, detail }) => ({ code, severity, at, detail: redact(detail) })),
    lastRelease: last === undefined ? null : { id: last.id, status: last.status },
    health: glance,
  };
}

import { lstatSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AgentStanding } from '../../../../shared/model/healing.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { parseLocalIso } from '../../../kernel/local-time.ts';
import { within } from '../../../kernel/paths.ts';

export type Registry =
  | { state: 'missing' }
  | { state: 'unreadable'; why: string }
  | { state: 'ok'; agents: readonly RegisteredAgent[] };

export interface RegisteredAgent {
  id: string;
  name: string;
  isActive: boolean;
  /** Epoch milliseconds; null where it says nothing. */
  lastSeenAt: number | null;
  task: string | null;
  taskSince: number | null;
}

const MOST_BYTES = 4 * 1024 * 1024;
const text = z.string().max(300);
const entry = z.record(z.string(), z.unknown());
const agentsSchema = z.object({
  active_agents: z.record(z.string(), entry).optional().catch(undefined),
  agents: z.record(z.string(), entry).optional().catch(undefined),
  activities: z.array(entry).optional().catch(undefined),
});

/** The agents' own registry, in the shapes that its writers use. Nothing that it says is trusted further than to be shown. */
export function readRegistry(workspace: string, path: string): Registry {
  let raw: string;
  try {
    const file = within(workspace, path);
    const stat = lstatSync(file);
    if (!stat.isFile() || stat.size > MOST_BYTES) return { state: 'unreadable', why: 'it is no file of a fit size' };
    raw = readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return { state: 'missing' };
    return { state: 'unreadable', why: errnoOf(error) ?? 'it could not be read' };
  }
  try {
    return { state: 'ok', agents: agentsOf(agentsSchema.parse(JSON.parse(raw))) };
  } catch {
    // Neither JSON nor an object: whoever writes it may be doing so now.
    return { state: 'unreadable', why: 'it is no JSON object' };
  }
}

function agentsOf({ active_agents: active, agents, activities }: z.infer<typeof agentsSchema>): RegisteredAgent[] {
  return Object.entries({ ...agents, ...active }).map(([id, agent]) => {
    const acted = (activities ?? []).filter((one) => one['agent'] === id).map((one) => timeOf(one['timestamp']));
    const seen = SEEN.map((key) => timeOf(agent[key]));
    const times = [...acted, ...seen].filter((at) => at !== null);
    const status = text.safeParse(agent['status']).data?.toLowerCase() ?? '';
    const task = text.safeParse(agent['current_task']).data ?? null;
    return {
      id,
      name: text.safeParse(agent['name']).data ?? id,
      isActive: agent['active'] === true || ACTIVE.has(status),
      lastSeenAt: times.length === 0 ? null : Math.max(...times),
      task: task === '' ? null : task,
      taskSince: TASK_SINCE.map((key) => timeOf(agent[key])).find((at) => at !== null) ?? null,
    };
  });
}

const SEEN = ['last_heartbeat', 'heartbeat', 'last_seen', 'last_active', 'last_activity', 'last_updated', 'timestamp'];
const TASK_SINCE = ['task_started', 'task_started_at', 'task_since', 'started_at'];
const ACTIVE = new Set(['active', 'busy', 'running', 'working', 'processing']);

/** Local time without a zone, ISO with one, or seconds since the epoch. */
function timeOf(value: unknown): number | null {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value < 1e11 ? value * 1000 : value;
  if (typeof value !== 'string') return null;
  const local = parseLocalIso(value);
  if (local !== null) return local;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** How an agent stands. One that is active and says nothing about when is unknown, not well. Pure. */
export function standingOf(
  agent: RegisteredAgent,
  now: number,
  { silentMs, stuckMs }: { silentMs: number; stuckMs: number },
): AgentStanding {
  const { id, name, lastSeenAt, task } = agent;
  return { id, name, lastSeenAt: lastSeenAt === null ? null : Math.max(0, Math.round(lastSeenAt)), task, state: stateOf() };

  function stateOf(): AgentStanding['state'] {
    if (!agent.isActive) return 'idle';
    if (task !== null && agent.taskSince !== null && now - agent.taskSince > stuckMs) return 'stuck';
    if (lastSeenAt === null) return 'unknown';
    return now - lastSeenAt > silentMs ? 'silent' : 'active';
  }
}

import type { Clock } from '../../../kernel/clock.ts';
import type { RegisteredAgent } from './read-registry.ts';

/** An agent that says it is there. */
export interface Beat {
  agent: string;
  name?: string | undefined;
  /** What it works at; null when it rests. */
  task: string | null;
}

/** Signs of life that agents give by themselves. They are kept in memory: an agent that lives gives the next one soon. */
export interface Beats {
  beat(beat: Beat): void;
  /** Those of the registry, with what they have said since. */
  join(registered: readonly RegisteredAgent[]): RegisteredAgent[];
  size(): number;
}

const MOST_AGENTS = 1000;

export function createBeats(clock: Pick<Clock, 'now'>): Beats {
  const known = new Map<string, RegisteredAgent & { lastSeenAt: number }>();
  return {
    beat({ agent, name, task }) {
      const before = known.get(agent);
      const now = clock.now();
      known.delete(agent);
      known.set(agent, {
        id: agent,
        name: name ?? before?.name ?? agent,
        // One that rests and says so is not silent: it is idle.
        isActive: task !== null,
        lastSeenAt: now,
        task,
        taskSince: task === null ? null : before?.task === task ? before.taskSince : now,
      });
      const [oldest] = known.keys();
      if (known.size > MOST_AGENTS && oldest !== undefined) known.delete(oldest);
    },
    join(registered) {
      const fresh = (agent: RegisteredAgent): RegisteredAgent => {
        const said = known.get(agent.id);
        return said === undefined || said.lastSeenAt < (agent.lastSeenAt ?? 0) ? agent : { ...said, name: agent.name };
      };
      const ids = new Set(registered.map(({ id }) => id));
      return [...registered.map(fresh), ...[...known.values()].filter(({ id }) => !ids.has(id))];
    },
    size: () => known.size,
  };
}

import type { AgentStanding } from '../../../../shared/model/healing.ts';
import type { Registry } from '../agents/read-registry.ts';
import { createCheck, failed, passed, unknown, type Check } from './check.ts';

/** Agents that have gone silent or are stuck. */
export const agentsCheck = (registry: () => Registry, standings: () => readonly AgentStanding[]): Check =>
  createCheck({
    id: 'agents.alive',
    category: 'agents',
    severity: 'WARNING',
    applicable: () => registry().state !== 'missing' || standings().length > 0,
    check() {
      const found = registry();
      if (found.state === 'unreadable') return unknown(`The registry of the agents could not be read: ${found.why}.`);
      const all = standings();
      const named = (state: AgentStanding['state']): string[] => all.filter((one) => one.state === state).map(({ id }) => id);
      const [silent, stuck, vague] = [named('silent'), named('stuck'), named('unknown')];
      const parts = [
        silent.length > 0 ? `silent: ${silent.join(', ')}` : '',
        stuck.length > 0 ? `stuck: ${stuck.join(', ')}` : '',
      ];
      const bad = parts.filter((part) => part !== '');
      if (bad.length > 0) return failed(`Agents ${bad.join('; ')}.`);
      if (vague.length > 0) return unknown(`Of ${vague.join(', ')} it is not known when they were last there.`);
      return passed(`${named('active').length} of ${all.length} agents are active.`);
    },
  });

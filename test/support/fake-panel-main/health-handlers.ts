import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { Course, Health, HealthReport } from '../../../shared/model/healing.ts';
import { HOUR, MINUTE, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Channels = `health:${'view' | 'course' | 'heal'}`;

const QUARTER = HOUR / 4;
const wave = (index: number, middle: number, size: number): number => Math.round(middle + size * Math.sin(index / 7));

/** A day that was measured, with a hole where the machine slept. */
export const measuredHealth = (): Health => ({
  status: 'DEGRADED',
  lastCheckAt: NOW - MINUTE / 4,
  issues: 1,
  gauges: { cpu: 4, memory: 38, disk: 61, score: 96 },
  history: Array.from({ length: 96 }, (_, index) => ({
    at: NOW - (96 - index) * QUARTER,
    cpu: wave(index, 9, 6),
    memory: wave(index, 40, 4),
    disk: Math.round(58 + index / 32),
    score: 96,
  })).filter((_, index) => index < 20 || index > 34),
});

const report = (): HealthReport => ({
  status: 'DEGRADED',
  at: NOW - MINUTE / 4,
  durationMs: 31,
  score: {
    value: 96,
    parts: [
      { category: 'host', passed: 4, failed: 0, unknown: 0 },
      { category: 'processes', passed: 1, failed: 1, unknown: 0 },
      { category: 'agents', passed: 0, failed: 0, unknown: 1 },
    ],
  },
  gauges: { cpu: 4, memory: 38, disk: 61, score: 96 },
  checks: [
    {
      id: 'host.memory',
      category: 'host',
      state: 'passed',
      severity: 'WARNING',
      details: '38 % is used.',
      at: NOW,
      cycles: 9,
      isIssue: false,
    },
    {
      id: 'process.hub.runs',
      category: 'processes',
      state: 'failed',
      severity: 'CRITICAL',
      details: 'hub does not run: process 4242 has ended.',
      at: NOW,
      cycles: 12,
      isIssue: true,
    },
    {
      id: 'agents.alive',
      category: 'agents',
      state: 'could-not-check',
      severity: 'WARNING',
      details: 'The registry of the agents could not be read: it is no JSON object.',
      at: NOW,
      cycles: 3,
      isIssue: false,
    },
  ],
  issues: [
    {
      id: 'process.hub.runs',
      category: 'processes',
      severity: 'CRITICAL',
      details: 'hub does not run: process 4242 has ended.',
      since: NOW - 40 * MINUTE,
      attempts: 5,
      givenUp: true,
    },
  ],
  treatments: [
    { check: 'process.hub.runs', result: 'failed', details: 'hub was started again and ended at once.', freedBytes: 0 },
  ],
  processes: [
    { name: 'hub', pid: null, memoryMb: null, baselineMb: 120, since: null, state: 'not-running', restarts: 5 },
    { name: 'crawler', pid: 811, memoryMb: 640, baselineMb: 210, since: NOW - 9 * HOUR, state: 'rising', restarts: 0 },
  ],
  agents: [
    { id: 'SA', name: 'Strategy Analyst', state: 'active', lastSeenAt: NOW - MINUTE, task: '흐름 분석' },
    { id: 'CD', name: 'Creative Director', state: 'silent', lastSeenAt: NOW - 5 * HOUR, task: null },
  ],
  cycles: [{ kind: 'imports', path: ['libs/hub.py', 'libs/agents/scout.py'] }],
  outlooks: [
    {
      what: 'disk',
      subject: '',
      fromDays: 5,
      toDays: 9,
      details: 'The disk fills by 1.2 to 2.1 % a day.',
      suggestion: 'Free some space.',
    },
  ],
});

function course(process: string | null): Course {
  const lines = process === null ? (['cpu', 'memory', 'disk', 'score'] as const) : (['process'] as const);
  return {
    at: Array.from({ length: 96 }, (_, index) => NOW - (96 - index) * QUARTER),
    lines: lines.map((name, line) => ({
      name,
      values: Array.from({ length: 96 }, (_, index) =>
        index > 20 && index < 34 ? null : wave(index + line * 9, 20 + line * 18, 8),
      ),
    })),
  };
}

/** Health of fixtures: `empty` was never looked at. */
export function healthHandlers(name: ScenarioName, act: Act, changed: () => void): Pick<Handlers, Channels> {
  const isEmpty = name === 'empty';
  return {
    'health:view': () => ({
      report: isEmpty ? null : report(),
      blocked: isEmpty ? [] : [{ at: NOW - 3 * HOUR, chain: 'c-81', cycle: ['CD.review', 'AD.draw', 'CD.review'] }],
    }),
    'health:course': ({ process }) => course(process),
    'health:heal': act('health:heal', () => {
      changed();
      return report();
    }),
  };
}

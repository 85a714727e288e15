import type { Handlers } from '../../../electron/ipc/bind.ts';
import { AppError } from '../../../electron/kernel/errors.ts';
import type { Adding } from '../../../shared/model/adding.ts';
import { sentenceOf } from '../../../shared/model/sentence.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import { HOUR, NOW } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Channels =
  | `workspaces:${'list' | 'show' | 'pause' | 'remove'}`
  | `adding:${'state' | 'choose' | 'core' | 'tryOut' | 'begin' | 'cancel'}`;

const OTHERS: readonly WorkspaceStanding[] = [
  {
    path: '/home/layer/AAOS',
    name: 'AAOS',
    state: 'guarded',
    reason: '',
    shown: false,
    overall: 'needs-you',
    sentence: { key: 'sentence.needs-you', values: { count: 2 } },
    pausedUntil: NOW + HOUR,
  },
  {
    path: '/media/layer/backup/research',
    name: 'research',
    state: 'away',
    reason: 'The folder is not there: /media/layer/backup/research',
    shown: false,
    overall: 'unknown',
    sentence: { key: 'workspaces.away', values: {} },
    pausedUntil: null,
  },
];

const LOOK: Adding = {
  look: {
    folder: '/home/layer/studio',
    name: 'studio',
    kind: '97layerOS',
    evidence: ['libs/core_config.py', 'directives/agents', 'knowledge/system'],
    hasSettings: false,
    cores: [
      { path: '/home/layer/내 드라이브/97layerOS/Core', mode: 'mirror' },
      { path: '/run/user/1000/gvfs/google-drive:host=gmail.com/My Drive/Core', mode: 'stream' },
    ],
    python: { kind: 'venv', detail: '/home/layer/studio/.venv' },
  },
  source: null,
  tried: null,
};

const TRIED: Adding['tried'] = {
  state: 'looked',
  reason: null,
  counts: { new: 12, modified: 3, deleted: 0, held: 1 },
  files: [
    ...Array.from({ length: 12 }, (_, index) => ({ path: `directives/agents/agent_${index}.md`, what: 'new' as const })),
    { path: 'libs/core_config.py', what: 'modified' },
    { path: 'execution/fetch_trends.py', what: 'modified' },
    { path: 'execution/write_report.py', what: 'modified' },
    { path: 'directives/tone.md', what: 'held' },
  ],
};

/** The workspaces of fixtures: one in most scenarios, three in `several`, none in `first-run`. */
export function workspacesHandlers(
  name: ScenarioName,
  act: Act,
  snapshot: () => Snapshot,
  push: (name: string, value: unknown) => void,
): Pick<Handlers, Channels> {
  let others = name === 'several' ? OTHERS : [];
  let adding: Adding | null = null;
  let isBegun = name !== 'first-run';
  const shown = (): WorkspaceStanding => {
    const { workspace, overall, pausedUntil } = snapshot();
    const { path, name: title } = workspace;
    return {
      path,
      name: title,
      state: 'guarded',
      reason: '',
      shown: true,
      overall,
      sentence: sentenceOf(snapshot()),
      pausedUntil,
    };
  };
  const list = (): WorkspaceStanding[] => (isBegun ? [shown(), ...others] : []);
  const told = (): null => {
    push('workspaces', list());
    return null;
  };
  const change = (part: Partial<Adding>): Adding => {
    if (adding === null) throw new AppError('usage', 'Choose a folder first.');
    return (adding = { ...adding, ...part });
  };
  return {
    'workspaces:list': list,
    'workspaces:show': act('workspaces:show', ({ path }) => {
      if (others.some((other) => other.path === path && other.state === 'away'))
        throw new AppError('no-workspace', `${path} is not guarded now: The folder is not there: ${path}`);
      return told();
    }),
    'workspaces:pause': act('workspaces:pause', ({ path, minutes }) => {
      const pausedUntil = minutes === null ? null : NOW + minutes * 60_000;
      others = others.map((other) => (other.path === path ? { ...other, pausedUntil } : other));
      return told();
    }),
    'workspaces:remove': act('workspaces:remove', ({ path }) => {
      others = others.filter((other) => other.path !== path);
      told();
      return list();
    }),
    'adding:state': () => adding,
    'adding:choose': act('adding:choose', () => (adding = LOOK)),
    'adding:core': act('adding:core', ({ which }) => {
      const found = typeof which === 'number' ? LOOK.look.cores[which]?.path : '/home/layer/Core';
      return change({ source: which === 'none' ? null : (found ?? null) });
    }),
    'adding:tryOut': act('adding:tryOut', () => change({ tried: TRIED })),
    'adding:begin': act('adding:begin', () => {
      adding = null;
      isBegun = true;
      push('snapshot', snapshot());
      told();
      return list();
    }),
    'adding:cancel': act('adding:cancel', () => {
      adding = null;
      return null;
    }),
  };
}

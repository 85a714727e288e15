import type { Handlers } from '../../../electron/ipc/bind.ts';
import { AppError } from '../../../electron/kernel/errors.ts';
import type { AppInfo } from '../../../shared/ipc/contract.ts';
import { overallOf, type Snapshot } from '../../../shared/model/snapshot.ts';
import type { RollbackFile, RollbackPreview, RollbackTarget, UpdateEntry } from '../../../shared/model/updates.ts';
import { archive, cycle, detailOf, diffOf, hashOf, release } from './fixtures.ts';
import { errorHandlers } from './error-handlers.ts';
import { environmentHandlers } from './environment-handlers.ts';
import { alertsHandlers } from './alerts-handlers.ts';
import { governanceHandlers } from './governance-handlers.ts';
import { healthHandlers, measuredHealth } from './health-handlers.ts';
import { logsHandlers, openFakeLogs } from './logs-handlers.ts';
import { ritualsHandlers } from './rituals-handlers.ts';
import { openFakeSettings } from './settings-handlers.ts';
import { appUpdateHandlers } from './app-update-handlers.ts';
import { workspacesHandlers } from './workspaces-handlers.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { securityHandlers, securityViewOf } from './security.ts';

function ofTarget(target: RollbackTarget): string {
  if (target.kind === 'release') return target.release;
  if (target.kind === 'file') return target.path;
  return target.kind === 'time' ? new Date(target.at).toISOString() : `version ${target.archiveId}`;
}

const file = (path: string, action: RollbackFile['action'], detail = ''): RollbackFile => ({
  path,
  action,
  currentHash: hashOf(`${path} now`),
  targetHash: action === 'remove' || action === 'lost' ? null : hashOf(`${path} before`),
  archiveId: action === 'put-back' || action === 'decide' ? 1 : null,
  detail,
});

function previewOf(target: RollbackTarget): RollbackPreview {
  const whole = [
    file('libs/core_config.py', 'put-back'),
    file('libs/agents/research/scouting/trend_collector/sources/google_trends_fetcher.py', 'put-back'),
    file('execution/system/자동_업데이트.py', 'remove'),
    file('directives/ROUTINE.md', 'decide', 'changed here 10 minutes later'),
    file('libs/old_hub.py', 'lost', 'its archived copy differs from its hash'),
    file('settings.yaml', 'unchanged'),
  ];
  const one = [file(target.kind === 'file' ? target.path : 'libs/core_config.py', 'put-back')];
  const single =
    target.kind === 'file' || target.kind === 'version' || (target.kind === 'release' && target.release === 'R-0143');
  return { target, of: ofTarget(target), files: single ? one : whole, token: `token-${ofTarget(target)}` };
}

const planned = (path: string): UpdateEntry => ({
  type: 'MODIFIED',
  relative_path: path,
  timestamp: '2026-11-21T14:02:11',
  status: 'PLANNED',
});

/** What was asked of the fake, for the tests. */
export interface Asked {
  channel: string;
  input: unknown;
}

interface FakeGuardian {
  handlers: Handlers;
  asked: Asked[];
  dispose: () => void;
}

/** A guardian of fixtures that behaves: decisions and rollbacks change its snapshot, and are pushed like real ones. */
export function createFakeGuardian(
  name: ScenarioName,
  info: AppInfo,
  push: (name: string, value: unknown) => void,
  logLines: number,
): FakeGuardian {
  let current: Snapshot = { ...SCENARIOS[name](), security: securityViewOf(name).summary };
  if (name !== 'empty') current = { ...current, health: measuredHealth() };
  let appInfo = info;
  const versions = archive(name === 'empty' ? 0 : 5000);
  const asked: Asked[] = [];
  const logs = openFakeLogs(name, logLines);
  const next = (part: Partial<Snapshot>): void => {
    const { overall: _former, ...rest } = { ...current, ...part, revision: current.revision + 1 };
    current = { ...rest, overall: overallOf(rest) };
    push('snapshot', current);
  };
  const refuse = (): void => {
    if (name === 'failing') throw new AppError('stale-preview', 'libs/core_config.py changed at 14:03:11.');
  };
  const act = <T, R>(channel: string, run: (input: T) => R) => {
    return (input: T): R => {
      asked.push({ channel, input });
      refuse();
      return run(input);
    };
  };
  const added = (part: Parameters<typeof release>[1]): string => {
    const made = release(143 + asked.filter(({ channel }) => channel === 'rollback:apply').length - 1, {
      startedAt: Date.now(),
      ...part,
    });
    next({ releases: [made, ...current.releases] });
    return made.id;
  };

  const settings = openFakeSettings(act, () => next({}));

  const handlers: Handlers = {
    ...securityHandlers(act, name, (security) => next({ security })),
    ...appUpdateHandlers(name, act, push),
    ...workspacesHandlers(name, act, () => current, push),
    'app:info': () => appInfo,
    'app:settings': act('app:settings', (part) => {
      const former = appInfo.settings;
      const settings = {
        language: part.language ?? former.language,
        theme: part.theme ?? former.theme,
        openAtLogin: part.openAtLogin ?? former.openAtLogin,
      };
      appInfo = { ...appInfo, settings, language: settings.language === 'system' ? 'en' : settings.language };
      push('info', appInfo);
      return appInfo;
    }),
    'app:hide': () => null,
    'app:openArchiveFolder': act('app:openArchiveFolder', () => null),
    'app:copy': act('app:copy', () => null),
    'guardian:snapshot': () => {
      if (name === 'first-run') throw new AppError('no-workspace', 'No workspace is guarded yet.');
      return current;
    },
    'guardian:pause': act('guardian:pause', ({ minutes }) => {
      next({ pausedUntil: Date.now() + minutes * 60_000 });
      return null;
    }),
    'guardian:resume': act('guardian:resume', () => {
      next({ pausedUntil: null });
      return null;
    }),
    'updates:run': act('updates:run', () =>
      name === 'could-not-check' ? cycle({ status: 'FAILED', reason: 'Core folder not found' }) : cycle(),
    ),
    'updates:plan': () =>
      cycle({
        status: 'PLANNED',
        heldSet: current.heldSet,
        updates_count: 74,
        entries: Array.from({ length: 74 }, (_, index) => planned(`libs/module_${index}.py`)),
      }),
    'updates:releaseBrake': act('updates:releaseBrake', ({ token }) => {
      if (token !== current.heldSet?.token) throw new AppError('stale-preview', 'The set has changed.');
      next({ heldSet: null });
      return cycle({
        status: 'COMPLETED',
        release: added({ files: 74, trigger: 'panel' }),
        updates_count: 74,
        success_count: 74,
      });
    }),
    'updates:decide': act('updates:decide', ({ path, decision }) => {
      next({ held: current.held.filter((item) => item.path !== path) });
      if (decision === 'keep-local') return cycle();
      return cycle({ status: 'COMPLETED', release: added({ files: 1, trigger: 'panel' }), updates_count: 1, success_count: 1 });
    }),
    'releases:list': ({ limit }) => current.releases.slice(0, limit),
    'releases:get': ({ release: id }) => {
      const summary = current.releases.find((one) => one.id === id);
      if (summary === undefined) throw new AppError('not-found', `There is no release ${id}.`);
      return detailOf(summary);
    },
    'rollback:preview': ({ target }) => previewOf(target),
    'rollback:apply': act('rollback:apply', ({ target, token, changedSince }) => {
      const preview = previewOf(target);
      if (preview.token !== token) throw new AppError('stale-preview', 'The files have changed.');
      const done = preview.files.filter(
        ({ action }) => action === 'put-back' || action === 'remove' || (action === 'decide' && changedSince === 'overwrite'),
      );
      const id = added({ kind: 'rollback', of: preview.of, files: done.length, trigger: 'panel' });
      return { status: 'COMPLETED', release: id, of: preview.of, files: preview.files, reason: null };
    }),
    'diff:get': (request) => {
      if (request.kind === 'version') return diffOf(versions.find(({ id }) => id === request.archiveId)?.path ?? 'gone.py');
      return diffOf(request.path, request.path.endsWith('.yaml') ? 'identical' : 'text');
    },
    'archive:list': ({ query, offset, limit }) => {
      const found = versions.filter((version) => version.path.includes(query) || version.release === query);
      return { versions: found.slice(offset, offset + limit), total: found.length };
    },
    'archive:verify': act('archive:verify', () => ({
      checked: 5000,
      intact: 4999,
      damaged: [{ id: 7, archivePath: '.tmp/archive/2026-11/libs/hub.py.6', problem: 'altered' as const }],
    })),
    'archive:prunePreview': () => ({ remove: versions.slice(-12), keep: versions.length - 12, bytes: 482_133, token: 'prune-1' }),
    'archive:prune': act('archive:prune', ({ token }) => ({
      remove: versions.slice(-12),
      keep: versions.length - 12,
      bytes: 482_133,
      token,
    })),
    ...errorHandlers(name, act),
    ...environmentHandlers(name, act),
    ...governanceHandlers(name, act),
    ...ritualsHandlers(name, act, () => next({})),
    ...alertsHandlers(name, act, () => next({})),
    ...logsHandlers(logs, act),
    ...settings.handlers,
    ...healthHandlers(name, act, () => next({})),
  };
  return {
    handlers,
    asked,
    dispose() {
      void logs.dispose();
      settings.dispose();
    },
  };
}

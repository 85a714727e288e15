import type { Answering } from '../../electron/ipc/handlers.ts';
import type { Guardian } from '../../electron/guardian-api.ts';
import { createAppUpdates } from '../../electron/app-update/app-updates.ts';
import { systemClock } from '../../electron/kernel/clock.ts';
import { firstLook } from '../../electron/guardian/first-look.ts';
import { AppError } from '../../electron/kernel/errors.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { createAddWorkspace } from '../../electron/shell/adding.ts';
import { createWorkspaces } from '../../electron/shell/workspaces.ts';
import { idleActs } from './idle-acts.ts';

/** What answers the panel around one guardian: the real list of workspaces, nobody at the dialogs, and an application without a window. */
export async function answering(guardian: Guardian, app: Answering['app'] = idleActs): Promise<Answering> {
  const create = (): Promise<never> => Promise.reject(new AppError('usage', 'There is one guardian here.'));
  const workspaces = createWorkspaces({
    remembered: { workspaces: [], active: null },
    remember: () => Promise.resolve(),
    create,
    attend: () => () => undefined,
    changed: () => undefined,
    clock: systemClock,
  });
  await workspaces.add(guardian.workspace, guardian);
  const noAppUpdates = createAppUpdates({
    engine: 'off',
    takenBack: null,
    isBusy: () => false,
    changed: () => undefined,
    offered: () => undefined,
    quit: () => undefined,
    clock: systemClock,
    random: () => 0,
    log: silentLog,
  });
  const adding = createAddWorkspace({
    workspaces,
    chooseFolder: () => Promise.resolve(null),
    firstLook: (folder) => firstLook(folder, { platform: 'linux', home: '/nonexistent', environment: {} }),
    create,
    sample: create,
    language: () => 'en',
  });
  return { app, guardian: workspaces.active, workspaces, adding, updates: noAppUpdates };
}

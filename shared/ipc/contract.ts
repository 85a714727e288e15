import { z } from 'zod';
import { snapshotSchema } from '../model/snapshot.ts';
import { appUpdateSchema } from '../model/app-update.ts';
import { releaseIdSchema } from '../model/updates.ts';
import { alertsChannels } from './contract/alerts.ts';
import { appChannels, appInfoSchema } from './contract/app.ts';
import { appUpdateChannels } from './contract/app-update.ts';
import { archiveChannels } from './contract/archive.ts';
import { environmentChannels } from './contract/environment.ts';
import { errorsChannels } from './contract/errors.ts';
import { governanceChannels } from './contract/governance.ts';
import { guardianChannels } from './contract/guardian.ts';
import { healthChannels } from './contract/health.ts';
import { logsChannels } from './contract/logs.ts';
import { releasesChannels } from './contract/releases.ts';
import { ritualsChannels } from './contract/rituals.ts';
import { securityChannels } from './contract/security.ts';
import { settingsChannels } from './contract/settings.ts';
import { updatesChannels } from './contract/updates.ts';
import { workspacesChannels } from './contract/workspaces.ts';
import { workspaceStandingSchema } from '../model/workspaces.ts';

export type { AppInfo, AppSettings } from './contract/app.ts';
export type { DiffRequest } from './contract/archive.ts';

/**
 * The contract between panel and guardian: a channel exists here or nowhere.
 * Main validates every input and output against it, and trusts the panel's top frame only.
 */
export const contract = {
  ...appChannels,
  ...appUpdateChannels,
  ...guardianChannels,
  ...updatesChannels,
  ...releasesChannels,
  ...archiveChannels,
  ...governanceChannels,
  ...logsChannels,
  ...securityChannels,
  ...settingsChannels,
  ...errorsChannels,
  ...environmentChannels,
  ...healthChannels,
  ...alertsChannels,
  ...ritualsChannels,
  ...workspacesChannels,
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;
export type Input<C extends Channel> = z.input<Contract[C]['input']>;
export type Output<C extends Channel> = z.output<Contract[C]['output']>;

/** Errors cross the bridge as coded replies: an Error object would lose its code on the way. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string } };

/** What main tells the panel unasked: whole values, never differences. */
export const pushes = {
  snapshot: snapshotSchema,
  /** All of this machine, the shown one among them. */
  workspaces: z.array(workspaceStandingSchema),
  /** Where the panel shall go, after a click on a notification or a menu item. */
  navigate: z.object({
    view: z.enum([
      'overview',
      'updates',
      'errors',
      'environment',
      'security',
      'health',
      'rituals',
      'alerts',
      'logs',
      'constitution',
      'archive',
      'settings',
    ]),
    release: releaseIdSchema.nullable(),
    /** Open the rollback preview of that release at once. */
    rollback: z.boolean(),
  }),
  info: appInfoSchema,
  appUpdate: appUpdateSchema,
} as const;
export type Push = keyof typeof pushes;
export type PushValue<P extends Push> = z.infer<(typeof pushes)[P]>;

/** What the preload puts on `window.nightguard`. */
export interface Bridge {
  /** `workspace` is the one that the page shows: main refuses when it shows another by now. Null or left out where none is meant. */
  call<C extends Channel>(channel: C, input: Input<C>, workspace?: string | null): Promise<Reply<Output<C>>>;
  on<P extends Push>(push: P, listener: (value: PushValue<P>) => void): () => void;
}

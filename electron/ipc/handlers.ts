import type { Guardian } from '../guardian-api.ts';
import type { Handlers } from './bind.ts';
import { alertsHandlers } from './handlers/alerts-handlers.ts';
import { appHandlers, type AppActs } from './handlers/app-handlers.ts';
import { appUpdateHandlers, type AppUpdateActs } from './handlers/app-update-handlers.ts';
import { archiveHandlers } from './handlers/archive-handlers.ts';
import { errorHandlers } from './handlers/error-handlers.ts';
import { environmentHandlers } from './handlers/environment-handlers.ts';
import { governanceHandlers } from './handlers/governance-handlers.ts';
import { guardianHandlers } from './handlers/guardian-handlers.ts';
import { healthHandlers } from './handlers/health-handlers.ts';
import { logsHandlers } from './handlers/logs-handlers.ts';
import { releaseHandlers } from './handlers/release-handlers.ts';
import { securityHandlers } from './handlers/security-handlers.ts';
import { ritualsHandlers } from './handlers/rituals-handlers.ts';
import { settingsHandlers } from './handlers/settings-handlers.ts';
import { updatesHandlers } from './handlers/updates-handlers.ts';
import { workspacesHandlers, type AddingActs, type WorkspaceList } from './handlers/workspaces-handlers.ts';

export interface Answering {
  app: AppActs;
  /** The one that is shown. */
  guardian: () => Guardian;
  workspaces: WorkspaceList;
  adding: AddingActs;
  updates: AppUpdateActs;
}

/** Every channel's handler; the type makes a forgotten one a compile error. */
export const allHandlers = ({ app, guardian, workspaces, adding, updates }: Answering): Handlers => ({
  ...appHandlers(app),
  ...guardianHandlers(guardian),
  ...updatesHandlers(guardian),
  ...releaseHandlers(guardian),
  ...archiveHandlers(guardian),
  ...environmentHandlers(guardian),
  ...errorHandlers(guardian),
  ...governanceHandlers(guardian, app.openApprovals),
  ...securityHandlers(guardian),
  ...healthHandlers(guardian),
  ...ritualsHandlers(guardian),
  ...alertsHandlers(guardian, app.person),
  ...settingsHandlers(guardian, app.person),
  ...logsHandlers(guardian, app.chooseFile),
  ...workspacesHandlers(workspaces, adding),
  ...appUpdateHandlers(updates),
});

import type { AppUpdate } from '../../../shared/model/app-update.ts';
import type { Handlers } from '../bind.ts';

/** What the panel may ask about updates of the application itself. */
export interface AppUpdateActs {
  state(): AppUpdate;
  look(): Promise<AppUpdate>;
  download(): Promise<AppUpdate>;
  restart(): Promise<AppUpdate>;
}

export const appUpdateHandlers = (
  updates: AppUpdateActs,
): Pick<Handlers, `appUpdate:${'state' | 'look' | 'download' | 'restart'}`> => ({
  'appUpdate:state': () => updates.state(),
  'appUpdate:look': () => updates.look(),
  'appUpdate:download': () => updates.download(),
  'appUpdate:restart': () => updates.restart(),
});

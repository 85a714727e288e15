import { appUpdateSchema } from '../../model/app-update.ts';
import { nothing } from './values.ts';

/** Updates of Nightguard itself. Where they come from was packed with it: nobody can name another place. */
export const appUpdateChannels = {
  'appUpdate:state': { input: nothing, output: appUpdateSchema },
  'appUpdate:look': { input: nothing, output: appUpdateSchema },
  'appUpdate:download': { input: nothing, output: appUpdateSchema },
  'appUpdate:restart': { input: nothing, output: appUpdateSchema },
} as const;

import { z } from 'zod';
import { addingSchema } from '../../model/adding.ts';
import { workspaceStandingSchema } from '../../model/workspaces.ts';
import { nothing } from './values.ts';

const list = z.array(workspaceStandingSchema);
/** One of those that are listed: no other place can be named. */
const path = z.string().min(1).max(4096);
const listed = z.strictObject({ path });
const minutes = z.number().int().positive().max(10_080);

/** The workspaces of this machine, and one that is on its way in. */
export const workspacesChannels = {
  'workspaces:list': { input: nothing, output: list },
  'workspaces:show': { input: listed, output: nothing },
  'workspaces:pause': { input: z.strictObject({ path, minutes: minutes.nullable() }), output: nothing },
  /** Guards it no longer. Nothing in its folder is touched. */
  'workspaces:remove': { input: listed, output: list },
  'adding:state': { input: nothing, output: addingSchema.nullable() },
  /** Null when nobody chose. */
  'adding:choose': { input: z.strictObject({ what: z.enum(['folder', 'sample']) }), output: addingSchema.nullable() },
  /** A found Core folder by its number, one from a dialog, or none. */
  'adding:core': {
    input: z.strictObject({ which: z.union([z.number().int().nonnegative().max(100), z.enum(['choose', 'none'])]) }),
    output: addingSchema,
  },
  'adding:tryOut': { input: nothing, output: addingSchema },
  'adding:begin': { input: nothing, output: list },
  'adding:cancel': { input: nothing, output: nothing },
} as const;

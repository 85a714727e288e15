import type { Adding } from '../../../shared/model/adding.ts';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** What the panel may ask about the workspaces of this machine. */
export interface WorkspaceList {
  list(): WorkspaceStanding[];
  show(path: string): Promise<void>;
  remove(path: string): Promise<void>;
  guardianOf: (path: string) => Guardian;
}

/** What it may ask about one that is on its way in: choices, never places. */
export interface AddingActs {
  state(): Adding | null;
  choose(what: 'folder' | 'sample'): Promise<Adding | null>;
  setCore(which: number | 'choose' | 'none'): Promise<Adding>;
  tryOut(): Promise<Adding>;
  begin(): Promise<void>;
  cancel(): Promise<void>;
}

type Channels =
  | `workspaces:${'list' | 'show' | 'pause' | 'remove'}`
  | `adding:${'state' | 'choose' | 'core' | 'tryOut' | 'begin' | 'cancel'}`;

const done = async (act: Promise<void>): Promise<null> => {
  await act;
  return null;
};

export const workspacesHandlers = (workspaces: WorkspaceList, adding: AddingActs): Pick<Handlers, Channels> => ({
  'workspaces:list': () => workspaces.list(),
  'workspaces:show': ({ path }) => done(workspaces.show(path)),
  'workspaces:pause': ({ path, minutes }) => {
    const guardian = workspaces.guardianOf(path);
    if (minutes === null) guardian.resume();
    else guardian.pause(minutes);
    return null;
  },
  'workspaces:remove': async ({ path }) => {
    await workspaces.remove(path);
    return workspaces.list();
  },
  'adding:state': () => adding.state(),
  'adding:choose': ({ what }) => adding.choose(what),
  'adding:core': ({ which }) => adding.setCore(which),
  'adding:tryOut': () => adding.tryOut(),
  'adding:begin': async () => {
    await adding.begin();
    return workspaces.list();
  },
  'adding:cancel': () => done(adding.cancel()),
});

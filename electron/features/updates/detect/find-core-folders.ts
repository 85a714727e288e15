import { holds } from '../../../kernel/paths.ts';
import { detectDriveFolders, type DriveFolder } from './detect-drive-folders.ts';
import { listFolders } from './list-folders.ts';

/** A Core folder that a workspace could bring updates in from. */
export interface CoreFolder {
  path: string;
  mode: DriveFolder['mode'];
}

/** The Core folders in the Drive folders of this machine, but for one that the workspace lies in. */
export function findCoreFolders(
  workspace: string,
  { platform, home, environment }: { platform: NodeJS.Platform; home: string; environment: NodeJS.ProcessEnv },
): CoreFolder[] {
  return detectDriveFolders(platform, home, environment, listFolders).flatMap(({ coreFolder, mode }) =>
    coreFolder === null || holds(coreFolder, workspace) ? [] : [{ path: coreFolder, mode }],
  );
}

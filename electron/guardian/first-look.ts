import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FirstLook } from '../../shared/model/adding.ts';
import { detectWorkspace, findCoreFolders } from '../features/updates/index.ts';
import { findInterpreter, type FoundInterpreter } from '../kernel/python/index.ts';

export interface Machine {
  platform: NodeJS.Platform;
  home: string;
  environment: NodeJS.ProcessEnv;
}

/** What a folder is, judged by names and places alone: nothing in it is read, run or written. */
export function firstLook(folder: string, machine: Machine): FirstLook {
  return {
    folder,
    name: basename(folder),
    ...detectWorkspace(folder),
    hasSettings: statSync(join(folder, 'nightguard.yaml'), { throwIfNoEntry: false })?.isFile() === true,
    cores: findCoreFolders(folder, machine),
    python: pythonOf(findInterpreter({ workspace: folder, environment: machine.environment, platform: machine.platform })),
  };
}

function pythonOf(found: FoundInterpreter): FirstLook['python'] {
  switch (found.kind) {
    case 'venv':
      return { kind: found.kind, detail: found.folder };
    case 'broken-venv':
      return { kind: found.kind, detail: found.detail };
    case 'system':
      return { kind: found.kind, detail: found.python };
    case 'none':
      return { kind: found.kind, detail: '' };
  }
}

import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Adding, FirstLook, TryOut } from '../../shared/model/adding.ts';
import type { Language } from '../../shared/locales/index.ts';
import type { Guardian } from '../guardian-api.ts';
import { createFile } from '../kernel/create-file.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError } from '../kernel/errors.ts';
import { holds } from '../kernel/paths.ts';
import { loadSettings, renderDefaultSettings } from '../kernel/settings-file/index.ts';
import { tryOutOf } from './try-out.ts';
import type { Workspaces } from './workspaces.ts';

export interface AddingPorts {
  workspaces: Pick<Workspaces, 'add' | 'assertApart' | 'list'>;
  /** Lets a person choose a folder in a dialog of the system; null when nobody did. */
  chooseFolder(purpose: 'workspace' | 'core'): Promise<string | null>;
  firstLook(folder: string): FirstLook;
  create(workspace: string): Promise<Guardian>;
  /** Makes the sample where it is not there yet, and gives its folder. */
  sample(): Promise<string>;
  language(): Language;
}

/**
 * A workspace on its way in. Paths come from a dialog of the system or from this machine's own folders, never from the page that asks:
 * it can name a choice, not a place.
 */
export interface AddWorkspace extends Disposable {
  state(): Adding | null;
  /** Null when nobody chose. @throws AppError `unsafe-path`, `usage` */
  choose(what: 'folder' | 'sample'): Promise<Adding | null>;
  /** A found Core folder by its number, one from a dialog, or none. @throws AppError `usage`, `unsafe-path` */
  setCore(which: number | 'choose' | 'none'): Promise<Adding>;
  /** Writes nightguard.yaml where there is none, and looks what the first update would do. Changes nothing else. @throws AppError `usage` */
  tryOut(): Promise<Adding>;
  /** From now on it is guarded. @throws AppError `usage` before it was tried out */
  begin(): Promise<void>;
  /** Gives up; what was written stays. */
  cancel(): Promise<void>;
}

interface Candidate {
  look: FirstLook;
  source: string | null;
  tried: TryOut | null;
  /** Not watching yet. */
  guardian?: Guardian | undefined;
}

export function createAddWorkspace(ports: AddingPorts): AddWorkspace {
  const { workspaces } = ports;
  let candidate: Candidate | null = null;

  const current = (): Candidate => {
    if (candidate === null) throw new AppError('usage', 'Choose a folder first.');
    return candidate;
  };
  const told = ({ look, source, tried }: Candidate): Adding => ({ look, source, tried });

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: who chooses again while a folder is tried out would leave its guardian to nobody. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = last.then(act);
    last = next.catch(() => undefined);
    return next;
  };

  async function drop(): Promise<void> {
    const former = candidate;
    candidate = null;
    await former?.guardian?.dispose();
  }

  function look(folder: string): Candidate {
    assertAddable(folder, workspaces);
    const found = ports.firstLook(folder);
    const [only] = found.cores;
    const proposed = found.cores.length === 1 && only?.mode === 'mirror' ? only.path : null;
    return { look: found, source: found.hasSettings ? sourceIn(folder) : proposed, tried: null };
  }

  async function prepare(asked: Candidate): Promise<Guardian> {
    const { folder, hasSettings } = asked.look;
    if (!hasSettings) {
      const text = renderDefaultSettings({ source: asked.source, language: ports.language(), comments: true });
      const isNew = await createFile(join(folder, 'nightguard.yaml'), text);
      if (!isNew) throw new AppError('changed-meanwhile', 'Somebody wrote a nightguard.yaml meanwhile: choose the folder again.');
    }
    return ports.create(folder);
  }

  return {
    state: () => (candidate === null ? null : told(candidate)),
    async choose(what) {
      const chosen = what === 'sample' ? await ports.sample() : await ports.chooseFolder('workspace');
      if (chosen === null) return null;
      return inTurn(async () => {
        const found = look(realpathSync(chosen));
        await drop();
        candidate = found;
        return told(found);
      });
    },
    async setCore(which) {
      const asked = current();
      if (asked.look.hasSettings || asked.guardian !== undefined)
        throw new AppError('usage', 'Its nightguard.yaml says where Core is: change it in the settings.');
      const source = await coreOf(which, asked, ports);
      if (source !== undefined) asked.source = source;
      return told(asked);
    },
    tryOut: () =>
      inTurn(async () => {
        const asked = current();
        asked.guardian ??= await prepare(asked);
        asked.look = { ...asked.look, hasSettings: true };
        asked.tried =
          asked.source === null ? NO_CORE : tryOutOf(await asked.guardian.runUpdate({ trigger: 'panel', dryRun: true }));
        return told(asked);
      }),
    begin: () =>
      inTurn(async () => {
        const { look: found, guardian, tried } = current();
        if (guardian === undefined || tried === null)
          throw new AppError('usage', 'Look first at what the first update would do.');
        candidate = null;
        await workspaces.add(found.folder, guardian);
      }),
    cancel: () => inTurn(drop),
    dispose: () => inTurn(drop),
  };
}

const NO_CORE: TryOut = { state: 'no-core', reason: null, counts: { new: 0, modified: 0, deleted: 0, held: 0 }, files: [] };

function assertAddable(folder: string, { list, assertApart }: AddingPorts['workspaces']): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('usage', `${folder} is not a folder.`);
  if (list().some(({ path }) => path === folder)) throw new AppError('usage', `${folder} is guarded already.`);
  assertApart(folder);
}

/** Undefined when nobody chose. */
async function coreOf(
  which: number | 'choose' | 'none',
  { look }: Candidate,
  ports: AddingPorts,
): Promise<string | null | undefined> {
  if (which === 'none') return null;
  const chosen = which === 'choose' ? await ports.chooseFolder('core') : look.cores[which]?.path;
  if (chosen === undefined) throw new AppError('usage', 'There is no such Core folder.');
  if (chosen === null) return undefined;
  if (holds(realpathSync(chosen), look.folder))
    throw new AppError('unsafe-path', `The workspace lies in ${chosen}: Core would bring itself in, for ever.`);
  return chosen;
}

/** The Core that its own settings name; null where they name none, or cannot be read. */
function sourceIn(folder: string): string | null {
  const file = join(folder, 'nightguard.yaml');
  const loaded = existsSync(file) ? loadSettings(file) : null;
  const source = loaded?.ok === true ? loaded.settings.updates.source : undefined;
  return source === undefined || source === null ? null : resolve(folder, source);
}

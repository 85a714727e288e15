import { statSync } from 'node:fs';
import type { WorkspaceStanding } from '../../shared/model/workspaces.ts';
import type { Guardian } from '../guardian-api.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Disposable } from '../kernel/disposables.ts';
import { AppError, messageOf } from '../kernel/errors.ts';
import { holds } from '../kernel/paths.ts';
import { standingOf, type Place } from './workspace-standing.ts';

/** One that is away is looked for again after this long. */
const RETRY_MS = 60_000;

export interface WorkspacesOptions {
  /** What this machine remembers. */
  remembered: { workspaces: readonly string[]; active: string | null };
  remember: (list: { workspaces: string[]; active: string | null }) => Promise<void>;
  create: (workspace: string) => Promise<Guardian>;
  /** Called for each guardian once it is there: listens to it, lets it watch. Returns the function that stops listening. */
  attend: (guardian: Guardian) => () => void;
  /** After each change of what is guarded or shown. */
  changed: () => void;
  clock: Pick<Clock, 'after'>;
}

/** The workspaces of this machine, all guarded, one of them shown. */
export interface Workspaces extends Disposable {
  /** Opens all that are remembered, the shown one first. Resolves when each is guarded or known to be away. */
  open(): Promise<void>;
  list(): WorkspaceStanding[];
  /** The guardian of the shown one. @throws AppError `no-workspace` */
  active: () => Guardian;
  shown(): Guardian | undefined;
  /** The guardian of a listed one. @throws AppError `not-found`, `no-workspace` while it is away */
  guardianOf: (path: string) => Guardian;
  guarded(): Guardian[];
  /** Lists a folder, and guards and shows it. With a guardian that is open already, that one is taken. @throws AppError `unsafe-path` */
  add(path: string, guardian?: Guardian): Promise<void>;
  /** @throws AppError `not-found`, `no-workspace` when it is still away */
  show: (path: string) => Promise<void>;
  /** Guards it no longer and forgets it. Nothing in its folder is touched. @throws AppError `not-found` */
  remove(path: string): Promise<void>;
  /** @throws AppError `unsafe-path` when the folder lies in one that is guarded, or around one */
  assertApart(path: string): void;
}

export function createWorkspaces({ remembered, remember, create, attend, changed, clock }: WorkspacesOptions): Workspaces {
  const places = new Map<string, Place>(remembered.workspaces.map((path) => [path, { path, state: 'opening', reason: '' }]));
  let shown = remembered.active;
  let cancelRetry: () => void = () => undefined;
  let isOver = false;

  const keep = (): Promise<void> => {
    changed();
    return remember({ workspaces: [...places.keys()], active: shown });
  };
  const placeOf = (path: string): Place => {
    const place = places.get(path);
    if (place === undefined) throw new AppError('not-found', `${path} is not among the workspaces of this machine.`);
    return place;
  };
  const shownGuardian = (): Guardian | undefined => (shown === null ? undefined : places.get(shown)?.guardian);

  function guard(place: Place, guardian: Guardian): void {
    Object.assign(place, { state: 'guarded', reason: '', guardian, leave: attend(guardian) });
    // What is shown is something that is guarded, as long as there is any.
    if (shownGuardian() === undefined) shown = place.path;
  }

  /** Once at a time for each place: whoever asks meanwhile waits for the same. */
  async function open(place: Place): Promise<void> {
    if (place.guardian !== undefined) return;
    place.opening ??= begin(place).finally(() => {
      place.opening = undefined;
      changed();
    });
    await place.opening;
    retryLater();
  }

  async function begin(place: Place): Promise<void> {
    try {
      assertFolder(place.path);
      const guardian = await create(place.path);
      if (isOver || places.get(place.path) !== place) await guardian.dispose();
      else guard(place, guardian);
    } catch (error) {
      Object.assign(place, { state: 'away', reason: messageOf(error) });
    }
  }

  function retryLater(): void {
    cancelRetry();
    const away = [...places.values()].filter(({ state }) => state === 'away');
    if (isOver || away.length === 0) return;
    cancelRetry = clock.after(RETRY_MS, () => void openAll(away));
  }

  async function openAll(all: Iterable<Place>): Promise<void> {
    for (const place of all) await open(place);
  }

  async function close(place: Place): Promise<void> {
    place.leave?.();
    await place.guardian?.dispose();
  }

  const workspaces: Workspaces = {
    async open() {
      const all = [...places.values()];
      await openAll(all.toSorted((a, b) => Number(b.path === shown) - Number(a.path === shown)));
      // That there is none is known now, too.
      changed();
    },
    list: () => [...places.values()].map((place) => standingOf(place, place.path === shown)),
    active() {
      const guardian = shownGuardian();
      if (guardian === undefined) throw new AppError('no-workspace', 'No workspace is guarded yet.');
      return guardian;
    },
    shown: shownGuardian,
    guardianOf(path) {
      const { guardian, reason } = placeOf(path);
      if (guardian === undefined) throw awayError(path, reason);
      return guardian;
    },
    guarded: () => [...places.values()].flatMap(({ guardian }) => guardian ?? []),
    async add(path, guardian) {
      if (!places.has(path)) {
        workspaces.assertApart(path);
        places.set(path, { path, state: 'opening', reason: '' });
      }
      const place = placeOf(path);
      if (guardian !== undefined && place.guardian === undefined) guard(place, guardian);
      else await open(place);
      if (place.guardian !== undefined) shown = path;
      await keep();
    },
    async show(path) {
      const place = placeOf(path);
      await open(place);
      if (place.guardian === undefined) throw awayError(path, place.reason);
      if (shown === path) return;
      shown = path;
      await keep();
    },
    async remove(path) {
      const place = placeOf(path);
      places.delete(path);
      if (shown === path) shown = [...places.values()].find(({ guardian }) => guardian !== undefined)?.path ?? null;
      await keep();
      await place.opening;
      await close(place);
      retryLater();
    },
    assertApart(path) {
      for (const other of places.keys()) {
        if (holds(other, path) || holds(path, other))
          throw new AppError('unsafe-path', `${path} and ${other} lie in each other: each file can have one guardian only.`);
      }
    },
    async dispose() {
      isOver = true;
      cancelRetry();
      const all = [...places.values()];
      await Promise.all(all.flatMap(({ opening }) => opening ?? []));
      for (const place of all.toReversed()) await close(place);
    },
  };
  return workspaces;
}

const awayError = (path: string, reason: string): AppError =>
  new AppError('no-workspace', `${path} is not guarded now: ${reason}`);

/** Opening the state of a folder that is not there would make one: an empty workspace where a disk was not mounted. */
function assertFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('not-found', `The folder is not there: ${path}`);
}

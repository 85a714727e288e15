import type { Stats } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import { isInside, toKey } from '../../../kernel/names.ts';
import { keyOf, type Locations } from '../constitution/index.ts';
import { guardedPlaces, isLeftOut } from './guarded-places.ts';

const DNA = new Set(['DNA.md', 'DNA_BLUEPRINT.md']);

/** What the vigil listens to: guarded places, and folders that may become structures. */
export interface WatchedPlaces {
  /** Absolute; none where there is nothing to guard. */
  places: string[];
  ignored: (path: string, stats?: Stats) => boolean;
  /** Whether a change here is one of a guarded file. */
  isGuarded: (path: string) => boolean;
  /** The folder that a change here may have made a structure of, absolute; null when it is none of them. */
  structureOf: (path: string) => string | null;
}

export function watchedPlaces(
  workspace: string,
  settings: GovernanceSettings,
  locations: Locations,
  isConstituted: boolean,
): WatchedPlaces {
  const guarded = guardedPlaces(settings, locations, isConstituted);
  const judges = isConstituted || settings.structures.length > 0;
  const skipped = ignore().add([...settings.ignore]);
  const keyOfPath = (path: string): string => keyOf(workspace, path);
  const isGuarded = (path: string): boolean => {
    const key = keyOfPath(path);
    return guarded.some((place) => isInside(key, place));
  };
  /** Below the root of structures, and not left out by the settings. */
  const isLooked = (path: string): boolean => {
    const key = toKey(relative(locations.root, path).split(sep).join('/'));
    if (key === '') return true;
    return key !== '..' && !key.startsWith('../') && !skipped.ignores(`${key}/`);
  };
  const outside = guarded.map((place) => join(workspace, place)).filter((place) => !judges || !isLooked(place));
  return {
    places: judges ? [locations.root, ...outside] : outside,
    isGuarded,
    structureOf: (path) => (!judges ? null : DNA.has(basename(path)) ? join(path, '..') : path),
    ignored(path, stats) {
      const key = keyOfPath(path);
      if (guarded.some((place) => isInside(key, place) || isInside(place, key))) {
        return isLeftOut(key, stats?.isDirectory() ?? false, locations);
      }
      if (!judges) return true;
      if (stats?.isFile() === true) return !DNA.has(basename(path));
      return !DNA.has(basename(path)) && !isLooked(path);
    },
  };
}

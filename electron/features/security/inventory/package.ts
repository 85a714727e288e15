import type { Ecosystem } from '../../../../shared/model/security.ts';

/** Somebody's requirement on a package. */
export interface Demand {
  /** Who asks, for people: `flask 2.0.1`, `requirements.txt`. */
  by: string;
  range: string;
  /** An exact pin in a file that an upgrade rewrites: it does not stand in the way. */
  rewritable: boolean;
}

/** A package as it is installed. */
export interface InstalledPackage {
  ecosystem: Ecosystem;
  name: string;
  /** `VersionScheme.nameKey` of the name. */
  key: string;
  version: string;
  declared: boolean;
  /** False: it came from a folder, an address or a repository, and no index can replace it. */
  fromIndex: boolean;
  demands: readonly Demand[];
}

/** A release that an index offers. */
export interface Release {
  version: string;
  /** Epoch milliseconds; null: the index does not say. */
  releasedAt: number | null;
  yanked: boolean;
  /** Whether there is a file that can be installed here. */
  installable: boolean;
}

/** What an index says of a package; null: it could not be asked. */
export type Releases = ReadonlyMap<string, readonly Release[] | null>;

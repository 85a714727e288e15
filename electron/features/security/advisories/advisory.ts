import type { SecurityAdvisory, SecuritySeverity, SecuritySource } from '../../../../shared/model/security.ts';
import type { InstalledPackage } from '../inventory/package.ts';

/** Events of one range, as OSV has them. */
export interface RangeEvent {
  kind: 'introduced' | 'fixed' | 'last_affected' | 'limit';
  version: string;
}

/** Which versions of the package a record says are affected; any part of it is enough. */
export type Affected =
  | { kind: 'events'; events: readonly RangeEvent[] }
  | { kind: 'versions'; versions: readonly string[] }
  /** A range in the words of the package manager. */
  | { kind: 'range'; range: string }
  /** The installed version is affected, and what is older than the newest of these; nobody says where it began. */
  | { kind: 'until'; installed: string; fixed: readonly string[] };

/** What one source says of one vulnerability in one package. */
export interface AdvisoryRecord {
  id: string;
  aliases: readonly string[];
  summary: string;
  severity: SecuritySeverity;
  score: number | null;
  url: string | null;
  affected: readonly Affected[];
  source: SecuritySource['name'];
}

/** One vulnerability of one package, with what all records of it say. */
export interface Vulnerability extends Omit<SecurityAdvisory, 'fixedIn'> {
  affected: readonly Affected[];
}

/** What a source found. Packages in `unchecked` may well be vulnerable: nobody could say. */
export interface SourceAnswer {
  status: SecuritySource;
  /** By name key. */
  records: ReadonlyMap<string, readonly AdvisoryRecord[]>;
}

/** A database of vulnerabilities. One that cannot be asked says so, and never that there are none. */
export interface AdvisorySource {
  name: SecuritySource['name'];
  /** Records that concern the installed versions at least; all records of a package where the source knows them. */
  ask(packages: readonly InstalledPackage[], signal: AbortSignal): Promise<SourceAnswer>;
  /** Every record of these packages, whatever their version; absent: `ask` has told all it knows. */
  askAll?(names: readonly string[], signal: AbortSignal): Promise<SourceAnswer>;
}

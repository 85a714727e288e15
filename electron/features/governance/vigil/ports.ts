import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { AuditLog } from '../audit-log/index.ts';
import type { Constituted, Locations } from '../constitution/index.ts';

/** Something that a person may want to be told of once. */
export interface GovernanceNews {
  /** A later one with the same tag replaces it. */
  tag: string;
  kind: 'structure-refused' | 'unlogged' | 'consensus-owed';
  values: Record<string, string | number>;
}

/** What every watch of the vigil works with. */
export interface VigilPorts {
  /** Absolute. */
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  /** Folder of the built application, absolute; null when it runs from its sources. */
  bundle: string | null;
  clock: Clock;
  log: Log;
  audit: Audit;
  /** Null in a workspace without an immune system, unless its settings name a log. @throws AppError `unsafe-path` */
  auditLog: () => AuditLog | null;
  /** @throws AppError `unsafe-path` */
  locations: () => Locations;
  constituted: Constituted;
  tell: (news: GovernanceNews) => void;
  onChange: () => void;
}

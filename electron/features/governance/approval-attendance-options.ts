import type { GovernanceSettings } from '../../../shared/model/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Audit } from '../../kernel/ports/audit.ts';
import type { Bot } from '../../kernel/ports/bot.ts';
import type { Log } from '../../kernel/ports/log.ts';
import type { ApprovalDesk } from './answer-approvals.ts';
import type { Approvals } from './approvals/index.ts';
import type { AuditLog } from './audit-log/index.ts';
import type { ConsensusProcedure } from './consensus/index.ts';
import type { OwedNews } from './consensus/reminders.ts';
import type { PolicyGate } from './policy/index.ts';
import type { TelegramSettings } from './telegram/index.ts';

/** What the attendance of approvals needs of the house. */
export interface ApprovalAttendanceOptions {
  /** Absolute. */
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  clock: Clock;
  log: Log;
  approvals: Approvals;
  consensus: ConsensusProcedure;
  gate: PolicyGate;
  desk: ApprovalDesk;
  audit: Audit;
  auditLog: () => AuditLog | null;
  isConstituted: () => boolean;
  tell: (news: OwedNews) => void;
  /** The bot of the settings; null without a token. Absent: there is no Telegram here. */
  bot?: ((settings: TelegramSettings) => Bot | null) | undefined;
}

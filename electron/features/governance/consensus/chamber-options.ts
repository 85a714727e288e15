import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { PolicyGate } from '../policy/index.ts';
import type { ConsensusProcedure } from './procedure.ts';
import type { Proposals } from './proposals.ts';

/** What the chamber needs of its surroundings. */
export interface ChamberOptions {
  workspace: string;
  database: Database;
  settings: () => GovernanceSettings;
  approvals: Approvals;
  consensus: ConsensusProcedure;
  gate: PolicyGate;
  clock: Pick<Clock, 'now'>;
  proposals: Proposals;
  requestOf: (id: number) => ApprovalRequest;
  recorded: <T>(act: Act, reasons: string[], work: () => T) => T;
  /** Puts an approved proposal in force. */
  put: (request: ApprovalRequest) => ApprovalRequest;
}

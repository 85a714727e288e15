import type { ConsensusState, Vote } from '../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Decider } from '../approvals/decider.ts';
import type { KindChange, Signature } from './case-writes.ts';
import type { Proposal } from './proposal.ts';
import type { ConsensusRecord, MetaChangeEntry } from './records.ts';

/** What the procedure needs of the house. */
export interface ConsensusOptions {
  database: Database;
  clock: Pick<Clock, 'now'>;
  settings: () => GovernanceSettings['consensus'];
  /** Writes the entry to META_AUDIT_LOG.md, durably; called when a change is proposed and when it is decided. */
  record: (entry: MetaChangeEntry, consensus: ConsensusRecord | null) => void;
  onChange?: () => void;
  /** Documents of the constitution, whose version must go up when they change. Paths of the workspace. */
  isDocument?: (path: string) => boolean;
}

/** How a change of the constitution comes to be agreed on. */
export interface ConsensusProcedure {
  /** Opens a case, or finds the one that is open for this content. */
  propose(proposal: Proposal): ConsensusState;
  /** @throws AppError `not-found`, `stale-preview` when the case is closed or the vote is on other content */
  review(id: number, vote: Omit<Vote, 'at'>, signature?: Signature): ConsensusState;
  /** Another procedure for the same change, such as an emergency. What persons have approved so far is void. @throws AppError as `review` */
  classify(id: number, change: KindChange): ConsensusState;
  /** The change is not what it was: all votes on it are void. */
  endAsStale(id: number): ConsensusState;
  /** A person's word; the last one. @throws AppError `not-found`, `stale-preview`, `denied` when it is not the person's turn */
  decide(id: number, decider: Decider, verdict: 'approve' | 'reject', contentHash: string): ConsensusState;
  /**
   * A person's leave for what was accepted already, as when its first approval was not used in time: META_AUDIT_LOG.md names them too. `request` is
   * the number of what they have approved.
   */
  confirm(contentHash: string, decider: Decider, request: number): void;
  state(id: number): ConsensusState;
  /** Cases that are not closed, and those that still owe a consensus. */
  open(): ConsensusState[];
  /** The newest case of this content, closed ones too; null when there is none. */
  latest(contentHash: string): ConsensusState | null;
  /** What a signed review must name: `<number>-<token>`. @throws AppError `not-found` */
  nameOf(id: number): string;
  /** The open case of that name, or null. */
  named(name: string): { id: number; contentHash: string } | null;
  /** Type of the act and its paths, as the case was opened for. */
  about(id: number): { actType: string; paths: string[] };
  /** Whether the newest word on exactly this content was yes: what a meta approval needs. */
  isAccepted(contentHash: string): boolean;
  /** Owed consensuses whose reminder is due now; each is named once in `remindHours`. */
  dueReminders(): ConsensusState[];
}

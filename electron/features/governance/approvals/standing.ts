import type { ApprovalRow } from './rows.ts';

/** What a request is worth at a moment. */
export type Standing = 'usable' | 'waiting' | 'denied' | 'over';

/**
 * Pure, and the only place that says whether an approval may be used: approved, by somebody, not before the decision, not after its time,
 * never used. A clock that goes backwards is doubt, and doubt is no leave.
 */
export function standingOf(row: ApprovalRow, now: number): Standing {
  switch (row.state) {
    case 'pending':
      return now < row.expires_at && now >= row.asked_at ? 'waiting' : 'over';
    case 'approved': {
      const timely = row.decided_at !== null && row.valid_until !== null && row.decided_at <= now && now < row.valid_until;
      return timely && row.used_at === null && row.decided_by !== null ? 'usable' : 'over';
    }
    case 'denied':
      // A refusal holds as long as the question would have: until then the same question has its answer.
      return now < row.expires_at ? 'denied' : 'over';
    case 'expired':
    case 'used':
      return 'over';
  }
}

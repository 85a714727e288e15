import type { ApprovalRequest, WaitingApproval } from '../../../shared/model/governance.ts';
export declare const REQUESTS: ApprovalRequest[];
export declare const DECIDED: ApprovalRequest[];
/** As the snapshot tells them: oldest first. */
export declare const WAITING: WaitingApproval[];

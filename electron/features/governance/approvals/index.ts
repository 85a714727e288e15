export { answerRequests, type AnswerContext } from './answer-requests.ts';
export type { PermissionAnswer } from './answer-file.ts';
export { createApprovals, type Approvals, type ApprovalsOptions } from './approvals.ts';
export type { Decider } from './decider.ts';

export { answerRequests, type AnswerContext, type FileAnswer } from './answer-requests.ts';
export type { PermissionAnswer } from './answer-file.ts';
export { createApprovals, type Approvals, type ApprovalsOptions } from './approvals.ts';
export { attendRequests } from './attend-requests.ts';
export type { Decider } from './decider.ts';
export { attendDroppedFiles, type DroppedFiles } from './dropped-files.ts';
export type { Question } from './use-or-ask.ts';
export type { PermissionDesk } from './permission-desk.ts';

export type { ApprovalDesk } from './answer-approvals.ts';
export type { Decider, PermissionAnswer } from './approvals/index.ts';
export { publicKeyTextOf, reviewerOf, signReview } from './consensus/index.ts';
export {
  auditMigrations,
  describeBreak,
  verifyFile,
  type AuditLog,
  type Entry,
  type FileVerdict,
  type VerifyResult,
} from './audit-log/index.ts';
export type { DissolutionPreview, DissolutionRequest, DissolutionResult, EndOfLife } from './dissolution/index.ts';
export {
  exitCodeOfPreflight,
  HOOK_MARK,
  preflight,
  renderAgentWrapper,
  renderPreCommitHook,
  renderPreflight,
  WRAPPER_MARK,
  type PreflightItem,
} from './enforcement/index.ts';
export { governanceMigrations } from './governance-schema.ts';
export { judgeDocument, judgeTree, structuresRoot, type JudgeContext, type Judged } from './judge-documents.ts';
export { reasonsOf, renderJson, renderMarkdown, renderText } from './judgement/index.ts';
export type { GovernanceNews } from './vigil/index.ts';
export { openGovernance, type Governance } from './open-governance.ts';

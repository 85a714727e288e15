export type { ApprovalDesk } from './answer-approvals.ts';
export type { Decider } from './approvals/index.ts';
export {
  auditMigrations,
  describeBreak,
  verifyFile,
  type AuditLog,
  type Entry,
  type FileVerdict,
  type VerifyResult,
} from './audit-log/index.ts';
export { HOOK_MARK, renderPreCommitHook } from './enforcement/index.ts';
export { governanceMigrations } from './governance-schema.ts';
export { judgeDocument, judgeTree, structuresRoot, type JudgeContext, type Judged } from './judge-documents.ts';
export { reasonsOf, renderJson, renderMarkdown, renderText } from './judgement/index.ts';
export { openGovernance, type Governance } from './open-governance.ts';

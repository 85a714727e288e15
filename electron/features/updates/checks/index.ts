export { createCodeChecker, type CodeChecker } from './code-checker.ts';
export type { CheckFinding, CheckReport, CheckRequest, ImportsCache, StagedFile } from './types.ts';

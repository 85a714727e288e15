export { createCodeChecker, type CodeChecker } from './code-checker.ts';
export type { CheckRequest, StagedFile } from './types.ts';

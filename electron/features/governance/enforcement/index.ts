export { renderAgentWrapper, WRAPPER_MARK, type WrapperOptions } from './agent-wrapper.ts';
export { judgeCreation, type CreationJudgement } from './judge-creation.ts';
export {
  exitCodeOfPreflight,
  mayBegin,
  preflight,
  renderPreflight,
  type PreflightFacts,
  type PreflightItem,
} from './preflight.ts';
export { HOOK_MARK, renderPreCommitHook, type HookOptions } from './pre-commit-hook.ts';

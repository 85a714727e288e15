import type { ApprovalChannel, ApprovalPush } from './approval-contract.ts';

/** Names only, for the approval window's sandboxed preload. `satisfies` makes a channel that is missing here a compile error. */
const names = {
  'approval:begin': true,
  'approval:show': true,
  'approval:approve': true,
  'approval:deny': true,
  'approval:close': true,
} as const satisfies Record<ApprovalChannel, true>;

const pushNames = { screen: true, wanted: true } as const satisfies Record<ApprovalPush, true>;

export const APPROVAL_CHANNELS: ReadonlySet<string> = new Set(Object.keys(names));
export const APPROVAL_PUSHES: ReadonlySet<string> = new Set(Object.keys(pushNames));

import type { Channel, Push } from './contract.ts';

/**
 * Names only, for the sandboxed preload, which must not carry the schemas.
 * `satisfies` makes a channel that is missing here a compile error.
 */
const names = {
  'app:info': true,
  'app:settings': true,
  'app:hide': true,
  'app:openArchiveFolder': true,
  'app:copy': true,
  'guardian:snapshot': true,
  'guardian:pause': true,
  'guardian:resume': true,
  'updates:run': true,
  'updates:plan': true,
  'updates:releaseBrake': true,
  'updates:decide': true,
  'releases:list': true,
  'releases:get': true,
  'rollback:preview': true,
  'rollback:apply': true,
  'diff:get': true,
  'archive:list': true,
  'archive:verify': true,
  'archive:prunePreview': true,
  'archive:prune': true,
  'constitution:view': true,
  'approvals:list': true,
  'approvals:open': true,
  'audit:status': true,
  'audit:list': true,
  'audit:verify': true,
  'security:status': true,
  'security:run': true,
  'security:preview': true,
  'security:rollback': true,
  'environment:status': true,
  'errors:list': true,
  'errors:report': true,
  'errors:state': true,
  'errors:merge': true,
  'errors:split': true,
  'errors:fix': true,
  'errors:question': true,
  'errors:ask': true,
  'environment:check': true,
  'alerts:list': true,
  'alerts:ack': true,
  'alerts:test': true,
  'logs:sources': true,
  'logs:view': true,
  'logs:page': true,
  'logs:place': true,
  'logs:export': true,
  'rituals:list': true,
  'rituals:runs': true,
  'rituals:output': true,
  'rituals:run': true,
  'rituals:pause': true,
  'rituals:skip': true,
} as const satisfies Record<Channel, true>;

const pushNames = { snapshot: true, navigate: true, info: true } as const satisfies Record<Push, true>;

export const CHANNELS: ReadonlySet<string> = new Set(Object.keys(names));
export const PUSHES: ReadonlySet<string> = new Set(Object.keys(pushNames));

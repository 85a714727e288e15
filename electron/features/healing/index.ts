export { openHealing, type Healing } from './open-healing.ts';
export { healingMigrations } from './healing-schema.ts';
export type { HealingPorts, Timing } from './ports.ts';
export { heartbeatOf } from './watchdog/heartbeat.ts';
export { readWatchdogNotes, WATCHDOG_FILE, type WatchdogNote } from './watchdog/watchdog-notes.ts';

export { toJson } from './log/to-json.ts';
export type { SecurityNews } from './news.ts';
export { securityMigrations } from './schema.ts';
export { openSecurity } from './security.ts';
export type { Security, SecurityPorts, SecurityRunOptions } from './security-api.ts';

export type { SecurityNews } from './news.ts';
export { securityMigrations } from './schema.ts';
export { openSecurity, type Security, type SecurityPorts, type SecurityRunOptions } from './security.ts';

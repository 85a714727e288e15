export { attend } from './attend.ts';
export { openUpdates, type UpdatesDuty, type UpdatesPorts } from './assemble.ts';
export { detectWorkspace, findCoreFolders } from './detect/index.ts';
export type { News } from './reporter.ts';
export { updatesMigrations } from './schema.ts';
export type { Updates } from './updates.ts';

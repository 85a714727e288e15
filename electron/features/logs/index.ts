export { openLogs, type Logs, type LogsPorts } from './open-logs.ts';

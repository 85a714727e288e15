export { alertsMigrations } from './alerts-schema.ts';
export type { Complaint } from './causes/causes.ts';
export { openAlerts, type Alerts, type AlertsPorts } from './open-alerts.ts';
export type { Delivery } from './outbox/outbox.ts';

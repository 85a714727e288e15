export { alertsMigrations } from './alerts-schema.ts';
export type { Complaint } from './causes/causes.ts';
export { complaintsOf, failingRituals, isFromSnapshot } from './complaints/complaints-of.ts';
export type { NightFacts } from './night/tell-night.ts';
export { fitMessage, type ChannelManner } from './plan/fit-message.ts';
export { openAlerts, type Alerts, type AlertsPorts } from './open-alerts.ts';

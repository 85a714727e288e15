import { alertsMigrations } from '../features/alerts/index.ts';
import { annealingMigrations } from '../features/annealing/index.ts';
import { auditMigrations, governanceMigrations } from '../features/governance/index.ts';
import { healingMigrations } from '../features/healing/index.ts';
import { ritualsMigrations } from '../features/rituals/index.ts';
import { securityMigrations } from '../features/security/index.ts';
import { updatesMigrations } from '../features/updates/index.ts';
import { kernelMigrations } from '../kernel/schema.ts';

/** The tables of all duties. */
export const MIGRATIONS = [
  ...kernelMigrations,
  ...updatesMigrations,
  ...auditMigrations,
  ...governanceMigrations,
  ...securityMigrations,
  ...annealingMigrations,
  ...ritualsMigrations,
  ...alertsMigrations,
  ...healingMigrations,
];

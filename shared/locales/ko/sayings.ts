import { alerts } from './sayings/alerts.ts';
import { annealing } from './sayings/annealing.ts';
import { desktop } from './sayings/desktop.ts';
import { environment } from './sayings/environment.ts';
import { governance } from './sayings/governance.ts';
import { healing } from './sayings/healing.ts';
import { kernel } from './sayings/kernel.ts';
import { rituals } from './sayings/rituals.ts';
import { security } from './sayings/security.ts';
import type { Sayings } from './sayings/sayings-type.ts';
import { terminal } from './sayings/terminal.ts';
import { updates } from './sayings/updates.ts';

/**
 * Sentences that duties make in English (reasons, details, errors), in Korean.
 * A test reads the sources and finds what is missing here, and what nobody says any more.
 */
export const sayings: Sayings = {
  ...alerts,
  ...annealing,
  ...desktop,
  ...environment,
  ...governance,
  ...healing,
  ...kernel,
  ...rituals,
  ...security,
  ...terminal,
  ...updates,
};

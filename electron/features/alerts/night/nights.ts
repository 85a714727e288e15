import { z } from 'zod';
import { lastNightSchema, type LastNight } from '../../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../../shared/model/settings.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { createFact } from '../../../kernel/facts.ts';
import { lastNightBefore } from './night-hours.ts';
import { tellNight, type NightFacts } from './tell-night.ts';

export interface Nights {
  /** The newest report. */
  last(): LastNight | null;
  /** Whether a night has ended that has no report yet. Cheap. */
  isDue(): boolean;
  /** Makes the report of a night that has none yet, in the caller's transaction, once whatever the number of processes. */
  end(): LastNight | null;
}

export interface NightsPorts {
  database: Database;
  clock: Pick<Clock, 'now'>;
  settings: () => AlertsSettings;
  facts: (from: number, to: number) => NightFacts;
}

/** Reports of nights: kept in the database, so that a late start of the machine still tells of the night, and no night is told twice. */
export function createNights({ database, clock, settings, facts }: NightsPorts): Nights {
  const last = createFact(database, 'alerts.last-night', lastNightSchema);
  const guardedSince = createFact(database, 'alerts.guarded-since', z.number().int().nonnegative());
  const ended = (): { from: number; to: number } | null => {
    const night = lastNightBefore(clock.now(), settings().quietHours);
    const since = guardedSince.get();
    if (since === null) guardedSince.set(clock.now());
    // Of a night before anybody was on guard there is nothing to tell.
    if (night === null || since === null || night.to <= since) return null;
    return (last.get()?.to ?? 0) < night.to ? night : null;
  };
  return {
    last: () => last.get(),
    isDue: () => ended() !== null,
    end() {
      const night = ended();
      if (night === null) return null;
      const report = tellNight(night, facts(night.from, night.to));
      last.set(report);
      return report;
    },
  };
}

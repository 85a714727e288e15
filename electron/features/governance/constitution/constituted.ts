import { z } from 'zod';
import type { Database } from '../../../kernel/database.ts';
import { createFact } from '../../../kernel/facts.ts';
import { hasConstitution, type Locations } from './locations.ts';

/** Whether a workspace is under a constitution. What was once under it is not set free by removing it. */
export interface Constituted {
  /** `gone`: it was here, and no person has accepted that it is not. @throws AppError `unsafe-path` */
  state(): 'never' | 'here' | 'gone';
  /** A person has accepted that it is gone: the next one begins anew. */
  end(): void;
}

/** Looks each time, and remembers in the database that there was one. */
export function createConstituted(database: Database, locations: () => Locations): Constituted {
  const wasHere = createFact(database, 'governance.constituted', z.literal(true));
  let isRecorded = false;
  return {
    state() {
      if (!hasConstitution(locations())) {
        isRecorded = false;
        return wasHere.get() === null ? 'never' : 'gone';
      }
      if (!isRecorded) wasHere.set(true);
      isRecorded = true;
      return 'here';
    },
    end() {
      wasHere.set(null);
    },
  };
}

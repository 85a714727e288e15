import type { Ecosystem } from '../../../../shared/model/security.ts';
import type { Database } from '../../../kernel/database.ts';

/** Versions that were taken back; not tried again until the circumstances change. */
export interface Refusals {
  add(ecosystem: Ecosystem, name: string, version: string, circumstances: string, run: number): void;
  has(ecosystem: Ecosystem, name: string, version: string, circumstances: string): boolean;
}

/** Circumstances of a person's rollback: it stands whatever changes. */
export const BY_PERSON = 'person';

export function createRefusals(database: Database): Refusals {
  return {
    add(ecosystem, name, version, circumstances, run) {
      database.run(
        'INSERT OR REPLACE INTO security_refusals (ecosystem, name, version, circumstances, run) VALUES (?, ?, ?, ?, ?)',
        ecosystem,
        name,
        version,
        circumstances,
        run,
      );
    },
    has: (ecosystem, name, version, circumstances) =>
      database.get(
        'SELECT 1 FROM security_refusals WHERE ecosystem = ? AND name = ? AND version = ? AND circumstances IN (?, ?)',
        ecosystem,
        name,
        version,
        circumstances,
        BY_PERSON,
      ) !== undefined,
  };
}

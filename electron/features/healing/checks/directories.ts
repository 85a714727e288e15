import { lstatSync, mkdirSync } from 'node:fs';
import { z } from 'zod';
import { createFact } from '../../../kernel/facts.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { heal, healed, would } from '../acts.ts';
import type { HealingPorts } from '../ports.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** Folders that the agents cannot do without. One is missed only when it has been there: not every workspace has them all. */
export function directories(
  ports: Pick<HealingPorts, 'workspace' | 'database' | 'gate' | 'audit'>,
  settings: () => readonly string[],
): Check {
  const seen = createFact(ports.database, 'healing.directories', z.array(z.string()));
  const missing = (): string[] => {
    const known = new Set(seen.get());
    const there = settings().filter((path) => isThere(ports.workspace, path));
    if (there.some((path) => !known.has(path))) seen.set([...new Set([...known, ...there])].sort());
    return settings().filter((path) => known.has(path) && !there.includes(path));
  };
  return createCheck({
    id: 'files.directories',
    category: 'files',
    severity: 'CRITICAL',
    failAfter: 1,
    passAfter: 1,
    check() {
      const gone = missing();
      return gone.length === 0 ? passed('All folders that were ever there are there.') : failed(`Missing: ${gone.join(', ')}.`);
    },
    async fix({ isDry }) {
      const gone = missing();
      if (gone.length === 0) return null;
      if (isDry) return would(`${gone.join(', ')} would be created.`);
      return heal(
        ports,
        { type: 'healing.create-folder', target: gone.join(', '), paths: gone, summary: `Create ${gone.join(', ')}` },
        () => {
          for (const path of gone) {
            assertRealFolders(ports.workspace, `${path}/x`, new Set());
            mkdirSync(within(ports.workspace, path), { recursive: true });
          }
          return healed(`${gone.join(', ')} created again.`);
        },
      );
    },
  });
}

/** Whatever stands there, folder, link or file: it is not ours to replace. */
const isThere = (workspace: string, path: string): boolean =>
  lstatSync(within(workspace, path), { throwIfNoEntry: false }) !== undefined;

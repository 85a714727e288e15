import { removeFiles } from '../caches/remove-files.ts';
import type { WorkspaceSurvey } from '../graph/survey-workspace.ts';
import type { HealingPorts } from '../ports.ts';
import { createCheck, failed, passed, type Check } from './check.ts';

/** None of our acts keeps a temporary file this long. Milliseconds. */
const ORPHANED_MS = 24 * 3_600_000;

/** Temporary files that a crash or a power cut has left behind. */
export const orphans = (
  ports: Pick<HealingPorts, 'workspace' | 'vitals' | 'database' | 'gate' | 'audit'>,
  survey: () => Promise<WorkspaceSurvey>,
  now: () => number,
): Check => {
  const orphaned = async () => (await survey()).temporaries.filter(({ at }) => now() - at > ORPHANED_MS);
  return createCheck({
    id: 'files.orphans',
    category: 'files',
    severity: 'INFO',
    failAfter: 1,
    passAfter: 1,
    every: 10,
    async check() {
      const found = await orphaned();
      return found.length === 0
        ? passed('No temporary files were left behind.')
        : failed(`${found.length} temporary files of Nightguard were left behind.`);
    },
    fix: async ({ isDry }) => removeFiles(ports, 'temporary files', await orphaned(), isDry),
  });
};

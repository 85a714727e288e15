import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { createFact } from '../../../kernel/facts.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { readPlainFile } from '../../../kernel/plain-file.ts';
import type { VigilPorts } from './ports.ts';

const FILE = 'nightguard.yaml';

/**
 * Writes down that the settings were changed by hand, with their hashes: no alarm, as people are meant to edit them, but what they loosened
 * can be found later.
 */
export function createSettingsNote({ workspace, database, auditLog, log }: VigilPorts): { look(): void } {
  const known = createFact(database, 'governance.settings-hash', z.string());
  return {
    look() {
      try {
        const audit = auditLog();
        if (audit === null) return;
        const [was, is] = [known.get(), hashOf(join(workspace, FILE))];
        if (was === is) return;
        if (was !== null) {
          const reasons = ['settings were changed outside of Nightguard', `was: ${was}`, `is: ${is}`];
          audit.append({ type: 'auto-enforcement', target: FILE, result: 'Canonical', reasons });
        }
        known.set(is);
      } catch (error) {
        log.write('warn', 'A change of the settings could not be written down', { error: messageOf(error) });
      }
    },
  };
}

function hashOf(path: string): string {
  try {
    return `sha256:${sha256(readPlainFile(path))}`;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'no file';
    throw error;
  }
}

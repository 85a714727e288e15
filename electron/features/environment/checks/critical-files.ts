import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Finding } from '../../../../shared/model/environment.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** The files that nothing works without are there, and unchanged where their hash is recorded. */
export const criticalFiles: Check = {
  id: 'critical-files',
  name: 'Critical Files',
  category: 'workspace',
  judgesActs: true,
  applicable: ({ needs }) => needs.files.length > 0,
  async check({ workspace, needs }) {
    const paths = needs.files.map(({ path, sha256 }) => ({ file: path, path: within(workspace, path), sha256 }));
    const findings = await Promise.all(paths.map(({ file, path, sha256 }) => look(file, path, sha256)));
    return outcomeOf(
      `${paths.length}`,
      findings.filter((found) => found !== null),
      { watched: paths.map(({ path }) => path) },
    );
  },
};

async function look(file: string, path: string, sha256: string | null): Promise<Finding | null> {
  try {
    if (!(await stat(path)).isFile()) return missing(file);
    if (sha256 === null || (await digest(path)) === sha256) return null;
    return finding('file-changed', 'CHANGED_CRITICAL_FILES', file, {
      severity: 'CRITICAL',
      values: { file },
      advice: 'look-at-file',
    });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return missing(file);
    return finding('file-unreadable', 'NOT_CHECKED', file, { values: { file, detail: messageOf(error) } });
  }
}

const missing = (file: string): Finding =>
  finding('file-missing', 'MISSING_CRITICAL_FILES', file, {
    severity: 'CRITICAL',
    values: { file },
    advice: 'restore-file',
    command: `nightguard archive list "${file}"`,
  });

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

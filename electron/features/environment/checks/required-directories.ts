import { lstat, stat } from 'node:fs/promises';
import type { Finding } from '../../../../shared/model/environment.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check, type Fix } from './types.ts';

/** Every folder that the workspace needs is there. */
export const requiredDirectories: Check = {
  id: 'required-directories',
  name: 'Required Directories',
  category: 'workspace',
  judgesActs: true,
  applicable: ({ needs }) => needs.directories.length > 0,
  async check({ workspace, needs }) {
    const paths = needs.directories.map((directory) => ({ directory, path: within(workspace, directory) }));
    const findings = await Promise.all(paths.map(({ directory, path }) => look(directory, path)));
    const fixes = findings.flatMap((found): Fix[] =>
      found?.code === 'directory-missing' ? [{ kind: 'create-folder', path: found.subject }] : [],
    );
    const wrong = findings.filter((found) => found !== null);
    return outcomeOf(`${paths.length}`, wrong, { fixes, watched: paths.map(({ path }) => path) });
  },
};

async function look(directory: string, path: string): Promise<Finding | null> {
  try {
    if ((await stat(path)).isDirectory()) return null;
    return finding('directory-is-file', 'MISSING_DIRECTORIES', directory, { values: { directory }, advice: 'move-file' });
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOTDIR')
      return finding('directory-is-file', 'MISSING_DIRECTORIES', directory, { values: { directory }, advice: 'move-file' });
    if (code !== 'ENOENT')
      return finding('directory-unreadable', 'NOT_CHECKED', directory, { values: { directory, detail: messageOf(error) } });
    if (await isThere(path))
      return finding('directory-dangling', 'MISSING_DIRECTORIES', directory, { values: { directory }, advice: 'move-file' });
    return finding('directory-missing', 'MISSING_DIRECTORIES', directory, {
      values: { directory },
      advice: 'create',
      command: `mkdir -p "${directory}"`,
    });
  }
}

/** A link that leads nowhere: a folder cannot be made in its place. */
const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

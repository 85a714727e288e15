import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../kernel/errors.ts';
import { temporaryBeside } from '../../../kernel/atomic-file.ts';
import type { Finding } from '../../../../shared/model/environment.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** The workspace can be written to, and so can the place where Nightguard keeps what it knows: proven there by a file that is written. */
export const writeAccess: Check = {
  id: 'write-access',
  name: 'Write Access',
  category: 'machine',
  judgesActs: false,
  applicable: () => true,
  async check({ workspace }) {
    const own = join(workspace, '.nightguard');
    const findings = await Promise.all([
      attempt(workspace, '.', () => access(workspace, constants.W_OK)),
      attempt(workspace, '.nightguard', () => writeTo(own)),
    ]);
    return outcomeOf(
      '',
      findings.filter((found) => found !== null),
      { watched: [] },
    );
  },
};

async function writeTo(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = temporaryBeside(join(folder, 'x'));
  try {
    await writeFile(path, 'x', { flag: 'wx' });
  } finally {
    await rm(path, { force: true });
  }
}

async function attempt(workspace: string, folder: string, act: () => Promise<void>): Promise<Finding | null> {
  try {
    await act();
    return null;
  } catch (error) {
    const values = { folder: folder === '.' ? workspace : folder, detail: messageOf(error) };
    return finding('not-writable', 'NOT_WRITABLE', folder, { severity: 'CRITICAL', values, advice: 'give-access' });
  }
}

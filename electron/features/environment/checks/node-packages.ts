import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import satisfiesRange from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { z } from 'zod';
import type { Finding } from '../../../../shared/model/environment.ts';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { readPackageJson } from '../needs/package-json.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** Every dependency of package.json is installed in the version that it asks for. Nothing is installed: that is npm's own matter. */
export const nodePackages: Check = {
  id: 'node-packages',
  name: 'Node Packages',
  category: 'packages',
  judgesActs: true,
  async applicable({ workspace }) {
    const file = await readPackageJson(workspace);
    return file.state === 'unreadable' || (file.state === 'read' && Object.keys(file.dependencies).length > 0);
  },
  async check({ workspace }) {
    const file = await readPackageJson(workspace);
    const watched = ['package.json', 'package-lock.json', 'node_modules', 'node_modules/.package-lock.json'].map((name) =>
      join(workspace, name),
    );
    if (file.state === 'unreadable') {
      const values = { file: 'package.json', where: 'package.json', detail: file.detail };
      return outcomeOf('', [finding('requirements-unreadable', 'NOT_CHECKED', 'package.json', { values, advice: 'mend-file' })], {
        watched,
      });
    }
    const dependencies = file.state === 'read' ? Object.entries(file.dependencies) : [];
    const findings = await Promise.all(dependencies.map(([name, range]) => look(workspace, name, range)));
    return outcomeOf(
      `${dependencies.length}`,
      findings.filter((found) => found !== null),
      { watched },
    );
  },
};

const installedSchema = z.object({ version: z.string() });

async function look(workspace: string, name: string, range: string): Promise<Finding | null> {
  const values = { name, wanted: `${name}@${range}`, installed: '', where: 'package.json', by: '' };
  const advice = { advice: 'npm-install', command: 'npm ci' };
  try {
    const version = await versionOf(workspace, name);
    if (version === null) return finding('package-missing', 'MISSING_NODE_PACKAGES', name, { values, ...advice });
    // Addresses, tags and links name no version to compare with.
    if (validRange(range) === null || satisfiesRange(version, range, { includePrerelease: true })) return null;
    return finding('package-version', 'MISSING_NODE_PACKAGES', name, { values: { ...values, installed: version }, ...advice });
  } catch (error) {
    return finding('site-unreadable', 'NOT_CHECKED', name, {
      values: { path: `node_modules/${name}`, detail: messageOf(error) },
    });
  }
}

/** Looked for as Node does: here and in the folders above. */
async function versionOf(folder: string, name: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
    return installedSchema.parse(JSON.parse(text)).version;
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) throw error;
    return dirname(folder) === folder ? null : versionOf(dirname(folder), name);
  }
}

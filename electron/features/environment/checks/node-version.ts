import { join } from 'node:path';
import satisfiesRange from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import { findOnPath, howItEnded } from '../../../kernel/python/index.ts';
import { readPackageJson } from '../needs/package-json.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check, type CheckContext, type CheckOutcome } from './types.ts';

/** The `node` that a terminal would find lies in the range of package.json. */
export const nodeVersion: Check = {
  id: 'node-version',
  name: 'Node Version',
  category: 'runtime',
  judgesActs: true,
  async applicable({ workspace }) {
    const file = await readPackageJson(workspace);
    return file.state === 'read' && file.node !== null;
  },
  async check(context) {
    const file = await readPackageJson(context.workspace);
    const watched = [join(context.workspace, 'package.json')];
    if (file.state !== 'read' || file.node === null) return outcomeOf('', [], { watched });
    const range = file.node;
    if (validRange(range) === null)
      return outcomeOf('', [finding('node-range', 'NOT_CHECKED', range, { values: { range }, advice: 'mend-file' })], {
        watched,
      });
    return compare(context, range, watched);
  },
};

async function compare(
  { runProcess, environment, platform, workspace, settings, signal }: CheckContext,
  range: string,
  watched: string[],
): Promise<CheckOutcome> {
  const node = findOnPath([platform === 'win32' ? 'node.exe' : 'node'], environment);
  if (node === null)
    return outcomeOf('', [finding('node-none', 'NODE_VERSION', 'node', { values: { range }, advice: 'node-install' })], {
      watched,
    });
  const timeoutMs = settings.checkSeconds * 1000;
  const result = await runProcess(node, ['--version'], {
    cwd: workspace,
    timeoutMs,
    ...(signal === undefined ? {} : { signal }),
  });
  const version = /^v(?<version>\d+\.\d+\.\d+\S*)\s*$/.exec(result.stdout)?.groups?.['version'];
  if (result.code !== 0 || version === undefined) {
    const detail = `${node} ${howItEnded(result, timeoutMs)}`;
    return outcomeOf(
      '',
      [finding('node-broken', 'NODE_VERSION', 'node', { values: { detail, range }, advice: 'node-install' })],
      { watched },
    );
  }
  const findings = satisfiesRange(version, range, { includePrerelease: true })
    ? []
    : [finding('node-version', 'NODE_VERSION', 'node', { values: { version, range }, advice: 'node-install' })];
  return outcomeOf(`Node ${version}`, findings, { watched: [...watched, node] });
}

import type { Finding } from '../../../../shared/model/environment.ts';
import { originOf } from '../../../kernel/python/index.ts';
import { compare, type PackageFault } from '../requirements/compare.ts';
import type { RequirementSet } from '../requirements/wanted.ts';
import type { WorkingPython } from '../python/look-at-python.ts';
import { finding } from '../finding.ts';
import { outcomeOf, type Check } from './types.ts';

/** Every package that the requirements name is installed, and so is what these need themselves. */
export const requiredPackages: Check = {
  id: 'required-packages',
  name: 'Required Packages',
  category: 'packages',
  judgesActs: true,
  applicable: ({ needs }) => needs.kind === '97layerOS' || needs.requirements.length > 0,
  async check(context) {
    const [set, state] = await Promise.all([context.requirements(), context.python()]);
    const watched = [...set.watched, ...state.watched];
    if (set.wanted.length === 0 && set.findings.length === 0) return outcomeOf('0', [], { watched });
    if (state.state !== 'working') {
      return outcomeOf('', [...set.findings, finding('packages-unknown', 'NOT_CHECKED', 'python', { advice: 'python-first' })], {
        watched,
      });
    }
    const { python } = state;
    const { faults, asked } = compare({
      workspace: context.workspace,
      set,
      installed: python.installed,
      markers: python.facts.markers,
      origins: await originsFor(set, python),
    });
    const unreadable = python.installed.unreadable.map(({ path, detail }) =>
      finding('site-unreadable', 'NOT_CHECKED', path, { values: { path, detail } }),
    );
    const packages = faults.flatMap(({ missing }) => (missing === null ? [] : [missing]));
    return outcomeOf(`${asked}`, [...set.findings, ...unreadable, ...faults.map((fault) => describe(fault, python.python))], {
      watched,
      fixes: packages.length === 0 ? [] : [{ kind: 'install-packages', packages }],
    });
  },
};

/** Only asked for when a line names a place instead of a package. */
async function originsFor({ wanted }: RequirementSet, { installed }: WorkingPython): Promise<Map<string, string>> {
  if (wanted.every(({ key }) => key !== null)) return new Map();
  const origins = await Promise.all(
    [...installed.distributions.values()].map(
      async (distribution) => [distribution.key, (await originOf(distribution))?.url] as const,
    ),
  );
  return new Map(origins.flatMap(([key, url]) => (url === undefined ? [] : [[key, url] as const])));
}

function describe({ kind, name, wanted, installed, where, by }: PackageFault, python: string): Finding {
  const values = { name, wanted, installed: installed ?? '', where, by: by ?? '' };
  const install = `"${python}" -m pip install "${wanted}"`;
  switch (kind) {
    case 'missing':
      return finding(by === null ? 'package-missing' : 'dependency-missing', 'MISSING_PACKAGES', name, {
        values,
        advice: 'install',
        command: install,
      });
    case 'damaged':
      return finding('package-damaged', 'MISSING_PACKAGES', name, { values, advice: 'install', command: install });
    case 'version':
      return finding(by === null ? 'package-version' : 'dependency-version', 'MISSING_PACKAGES', name, {
        values,
        advice: 'change-version',
        command: install,
      });
    case 'constraint':
      return finding('package-constraint', 'MISSING_PACKAGES', name, { values, advice: 'change-version', command: install });
    case 'undecided':
      return finding('marker-undecided', 'NOT_CHECKED', name, { values, advice: 'mend-file' });
  }
}

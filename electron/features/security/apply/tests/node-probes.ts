import type { NpmInventory } from '../../inventory/npm-inventory.ts';
import type { Probe } from './bench.ts';

const SCRIPT = 'await import(process.argv[1]); process.exit(0)';

/** Packages that package.json names for use at run time, or that are upgraded and can be reached from the workspace. */
export const nodeProbes = ({ nodes }: NpmInventory, upgraded: readonly string[]): Probe[] => {
  const declared = Object.keys(nodes.get('')?.dependencies ?? {});
  const reachable = upgraded.filter((name) => nodes.has(`node_modules/${name}`));
  return [...new Set([...declared, ...reachable])]
    .filter((name) => !name.startsWith('@types/'))
    .sort()
    .map((name) => ({ name, file: 'node', args: ['--input-type=module', '-e', SCRIPT, name] }));
};

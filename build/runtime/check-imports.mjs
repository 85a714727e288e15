/**
 * Checks the import law of .dependency-cruiser.mjs, and that it was checked at all: with a TypeScript that it does not know,
 * dependency-cruiser sees no modules, finds no breach and is content.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import law from '../../.dependency-cruiser.mjs';
import { ROOT } from './paths.mjs';

const FOLDERS = ['electron', 'renderer', 'shared', 'build', 'test'].filter((folder) => existsSync(join(ROOT, folder)));
const SOURCE = /\.tsx?$/;

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => SOURCE.test(name) && !name.startsWith('test/fixtures/')),
);

process.chdir(ROOT);
const { options, forbidden } = law;
const { exclude, doNotFollow, tsConfig, ...rest } = options;
const ruleSet = { forbidden };
const { output } = await cruise(
  FOLDERS,
  { ...rest, exclude, doNotFollow, tsConfig, ruleSet, validate: true },
  rest.enhancedResolveOptions,
  {
    tsConfig: await typescriptOptions(tsConfig.fileName),
  },
);

const seen = new Set(output.modules.map((module) => module.source));
const unseen = sources.filter((source) => !seen.has(source));
const breaches = output.summary.violations;

for (const name of new Set(breaches.map((breach) => breach.rule.name))) {
  console.error(`\n${name}: ${forbidden.find((rule) => rule.name === name)?.comment ?? ''}`);
  for (const breach of breaches) if (breach.rule.name === name) console.error(`  ${pathOf(breach)}`);
}
if (unseen.length > 0) {
  console.error(
    `\nNot checked, though they are sources (${unseen.length}): ${unseen.slice(0, 5).join(', ')}${unseen.length > 5 ? ', …' : ''}`,
  );
}
if (breaches.length > 0 || unseen.length > 0) process.exit(1);
console.log(`Import law kept by ${sources.length} modules.`);

function pathOf({ from, to, cycle }) {
  return cycle === undefined ? `${from} → ${to}` : [from, ...cycle.map((step) => step.name ?? step)].join(' → ');
}

async function typescriptOptions(file) {
  const { default: extract } = await import('dependency-cruiser/config-utl/extract-ts-config');
  return extract(file);
}

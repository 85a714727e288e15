import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import {
  distributionKey,
  evaluateMarker,
  originOf,
  parseRequirement,
  readInstalled,
  type Distribution,
  type MarkerEnvironment,
  type Requirement,
} from '../../../kernel/python/index.ts';
import type { Demand, InstalledPackage } from './package.ts';
import type { PipEnvironment } from './pip-environment.ts';
import { readRequirementFiles, type RequirementFile } from './requirement-files.ts';

/** What is installed in the environment, and who asked for it. */
export interface PipInventory {
  environment: PipEnvironment;
  packages: InstalledPackage[];
  distributions: ReadonlyMap<string, Distribution>;
  files: RequirementFile[];
  /** What could not be read, for people. */
  problems: string[];
}

export interface InventoryOptions {
  workspace: string;
  environment: PipEnvironment;
}

/** A requirement and who makes it. */
interface Asked {
  by: string;
  requirement: Requirement;
  /** In a file that an upgrade rewrites. */
  written: boolean;
}

/** Reads distributions and requirements; runs no code of theirs. */
export async function readPipInventory({ workspace, environment }: InventoryOptions): Promise<PipInventory> {
  const { facts } = environment;
  const installed = await readInstalled([...new Set([facts.purelib, facts.platlib, ...facts.paths])]);
  const { files, problems } = await readRequirementFiles(workspace);
  const project = await readProject(workspace);
  const declared: Asked[] = [...asksOf(files), ...project.asked];
  const { distributions } = installed;
  const asked = [...declared, ...[...distributions.values()].flatMap(asksOfDistribution)];
  const extras = extrasOf(asked);
  const declaredKeys = new Set([...declared.map(({ requirement }) => requirement.key), ...locationsOf(files)]);
  const packages = await Promise.all(
    [...distributions.values()].map(async (distribution): Promise<InstalledPackage> => ({
      ecosystem: 'pip',
      name: distribution.name,
      key: distribution.key,
      version: distribution.version,
      declared: declaredKeys.has(distribution.key),
      fromIndex: (await originOf(distribution)) === null,
      demands: demandsOn(distribution.key, asked, facts.markers, extras),
    })),
  );
  return {
    environment,
    packages: packages.sort((a, b) => (a.key < b.key ? -1 : 1)),
    distributions,
    files,
    problems: [
      ...problems,
      ...project.problems,
      ...installed.damaged.map(({ path, detail }) => `${path}: ${detail}`),
      ...installed.unreadable.map(({ path, detail }) => `${path}: ${detail}`),
    ],
  };
}

const asksOf = (files: readonly RequirementFile[]): Asked[] =>
  files.flatMap(({ path, parsed }) =>
    parsed.lines.flatMap((line) =>
      line.kind === 'requirement' ? [{ by: path, requirement: line.requirement, written: true }] : [],
    ),
  );

const locationsOf = (files: readonly RequirementFile[]): string[] =>
  files.flatMap(({ parsed }) => parsed.lines.flatMap((line) => ('key' in line && line.key !== null ? [line.key] : [])));

const asksOfDistribution = ({ name, version, requires }: Distribution): Asked[] =>
  requires.flatMap((text) => {
    const parsed = parseRequirement(text);
    return parsed.ok ? [{ by: `${name} ${version}`, requirement: parsed.requirement, written: false }] : [];
  });

function extrasOf(asked: readonly Asked[]): Map<string, string[]> {
  const extras = new Map<string, string[]>();
  for (const { requirement } of asked)
    extras.set(requirement.key, [...(extras.get(requirement.key) ?? []), ...requirement.extras]);
  return extras;
}

function demandsOn(
  key: string,
  asked: readonly Asked[],
  markers: MarkerEnvironment,
  extras: ReadonlyMap<string, readonly string[]>,
): Demand[] {
  return asked.flatMap(({ by, requirement, written }) => {
    if (requirement.key !== key || requirement.specifiers.length === 0) return [];
    const asker = distributionKey(by.split(' ')[0] ?? '');
    // A marker without meaning might hold: then its demand counts.
    if (requirement.marker !== null && evaluateMarker(requirement.marker, markers, extras.get(asker) ?? []) === false) return [];
    const isPin = ({ operator, version }: Requirement['specifiers'][number]): boolean =>
      written && (operator === '==' || operator === '===') && !version.endsWith('.*');
    return requirement.specifiers.map((clause) => ({
      by,
      range: `${clause.operator}${clause.version}`,
      rewritable: isPin(clause),
    }));
  });
}

const projectSchema = z.object({
  dependencies: z.array(z.string()).catch([]).default([]),
  'optional-dependencies': z.record(z.string(), z.array(z.string())).catch({}).default({}),
});

async function readProject(workspace: string): Promise<{ asked: Asked[]; problems: string[] }> {
  try {
    const toml = parse(await readFile(join(workspace, 'pyproject.toml'), 'utf8'));
    const project = projectSchema.parse(toml['project'] ?? {});
    const texts = [...project.dependencies, ...Object.values(project['optional-dependencies']).flat()];
    return { asked: texts.flatMap(askOf), problems: [] };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { asked: [], problems: [] };
    return { asked: [], problems: [`pyproject.toml could not be read: ${messageOf(error)}`] };
  }
}

function askOf(text: string): Asked[] {
  const parsed = parseRequirement(text);
  return parsed.ok ? [{ by: 'pyproject.toml', requirement: parsed.requirement, written: false }] : [];
}

import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import {
  evaluateMarker,
  parseRequirement,
  satisfies,
  type Distribution,
  type Installed,
  type MarkerEnvironment,
  type Requirement,
} from '../../../kernel/python/index.ts';
import type { RequirementSet, Wanted } from './wanted.ts';

/** A package that is asked for and not there. */
export interface MissingPackage {
  name: string;
  key: string | null;
  /** What to hand to the installer. */
  text: string;
}

/** What is wrong with one package. `by`: the package that needs it when no file names it. */
export interface PackageFault {
  kind: 'missing' | 'damaged' | 'version' | 'constraint' | 'undecided';
  name: string;
  wanted: string;
  installed: string | null;
  where: string;
  by: string | null;
  /** Null when installing would not be enough. */
  missing: MissingPackage | null;
}

export interface Comparison {
  faults: readonly PackageFault[];
  /** Packages that files name and that count in this environment. */
  asked: number;
}

export interface CompareContext {
  workspace: string;
  set: Pick<RequirementSet, 'wanted' | 'constraints'>;
  installed: Installed;
  markers: MarkerEnvironment;
  /** Where distributions were installed from (PEP 610), by key; only those that were not from an index. */
  origins: ReadonlyMap<string, string>;
}

/** Which packages are missing, damaged or of a wrong version: those that files name, and everything that these need in turn. Pure. */
export function compare(context: CompareContext): Comparison {
  const faults: PackageFault[] = [];
  const walk: Walk = { context, faults, done: new Set() };
  let asked = 0;
  for (const wanted of context.set.wanted) {
    const counts = applies(context, wanted.requirement);
    if (counts === false) continue;
    asked += 1;
    if (counts === null) faults.push(faultOf('undecided', wanted, null, null));
    else compareOne(walk, wanted);
  }
  for (const constraint of context.set.constraints) compareConstraint(context, constraint, faults);
  return { faults: unique(faults), asked };
}

interface Walk {
  context: CompareContext;
  faults: PackageFault[];
  /** Distributions and extras whose own needs were looked at. */
  done: Set<string>;
}

const applies = ({ markers }: CompareContext, requirement: Requirement | null, extras: readonly string[] = []): boolean | null =>
  requirement === null || requirement.marker === null ? true : evaluateMarker(requirement.marker, markers, extras);

function compareOne(walk: Walk, wanted: Wanted): void {
  const { context, faults } = walk;
  const found = distributionOf(context, wanted);
  const missing = { name: wanted.name, key: wanted.key, text: wanted.text };
  if (found === undefined) {
    const isDamaged = context.installed.damaged.some(({ key }) => key === wanted.key);
    faults.push(faultOf(isDamaged ? 'damaged' : 'missing', wanted, null, missing));
  } else if (wanted.requirement !== null && !satisfies(found.version, wanted.requirement.specifiers)) {
    faults.push(faultOf('version', wanted, found.version, null));
  }
  if (found !== undefined) followNeeds(walk, found, wanted.requirement?.extras ?? [], wanted);
}

function distributionOf({ installed, origins, workspace }: CompareContext, { key, location }: Wanted): Distribution | undefined {
  if (key !== null) return installed.distributions.get(key);
  if (location === null) return undefined;
  const path = location.replace(/\[[^\]]*\]$/, '');
  const address = /^[a-z][a-z0-9+.-]+:/i.test(path) ? path : pathToFileURL(resolve(workspace, path)).href;
  for (const [installedKey, origin] of origins) {
    if (origin.replace(/\/$/, '') === address.replace(/\/$/, '')) return installed.distributions.get(installedKey);
  }
  return undefined;
}

/** What an installed package needs itself, and what that needs: one that is gone breaks the one above. */
function followNeeds(walk: Walk, distribution: Distribution, extras: readonly string[], wanted: Wanted): void {
  const { context, faults, done } = walk;
  const mark = `${distribution.key}[${extras.toSorted().join()}]`;
  if (done.has(mark)) return;
  done.add(mark);
  for (const text of distribution.requires) {
    const parsed = parseRequirement(text);
    if (!parsed.ok || applies(context, parsed.requirement, extras) !== true) continue;
    const { requirement } = parsed;
    const need: Wanted = {
      ...wanted,
      key: requirement.key,
      name: requirement.name,
      requirement,
      location: null,
      text: withoutMarker(text),
    };
    const found = context.installed.distributions.get(requirement.key);
    if (found === undefined) {
      const missing = { name: requirement.name, key: requirement.key, text: need.text };
      faults.push({ ...faultOf('missing', need, null, missing), by: distribution.name });
    } else {
      if (!satisfies(found.version, requirement.specifiers))
        faults.push({ ...faultOf('version', need, found.version, null), by: distribution.name });
      followNeeds(walk, found, requirement.extras, wanted);
    }
  }
}

/** The marker counts with extras that the installer would not know of. */
const withoutMarker = (text: string): string => text.split(/\s*;/)[0] ?? text;

/** A constraint speaks of what is installed only: it asks for nothing. */
function compareConstraint(context: CompareContext, constraint: Wanted, faults: PackageFault[]): void {
  if (constraint.key === null || constraint.requirement === null || applies(context, constraint.requirement) !== true) return;
  const found = context.installed.distributions.get(constraint.key);
  const isAsked = context.set.wanted.some(({ key }) => key === constraint.key);
  if (found === undefined || !isAsked || satisfies(found.version, constraint.requirement.specifiers)) return;
  faults.push(faultOf('constraint', constraint, found.version, null));
}

function faultOf(
  kind: PackageFault['kind'],
  wanted: Wanted,
  installed: string | null,
  missing: MissingPackage | null,
): PackageFault {
  const { requirement, name } = wanted;
  const clauses = requirement?.specifiers.map(({ operator, version }) => `${operator}${version}`).join(',') ?? '';
  const extras = requirement === null || requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`;
  return {
    kind,
    name,
    wanted: `${name}${extras}${clauses}`,
    installed,
    where: `${wanted.file}:${wanted.line}`,
    by: null,
    missing,
  };
}

/** Two files may ask for the same, and two packages need it. */
function unique(faults: readonly PackageFault[]): PackageFault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, name, wanted, installed }) => {
    const mark = JSON.stringify([kind, name, kind === 'missing' ? null : wanted, installed]);
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}

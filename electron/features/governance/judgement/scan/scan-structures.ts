import { join } from 'node:path';
import type { DocumentJudgement, LimitFinding, StructureNode, StructureTree } from '../../../../../shared/model/governance.ts';
import type { GovernanceSettings } from '../../../../../shared/model/settings.ts';
import { keyOf, readFrontMatter, readText, valueAt, type Locations } from '../../constitution/index.ts';
import { judgeBlueprint } from '../blueprint.ts';
import { refused } from '../context.ts';
import { findLimitViolations, type LimitFacts } from '../limits/limits.ts';
import { findStructures, type FoundStructure } from './find-structures.ts';
import { createReferenceCheck } from './references.ts';

export interface ScanContext {
  locations: Locations;
  settings: GovernanceSettings;
  /** Epoch milliseconds. */
  now: number;
  /** Since when a limit is exceeded; without it every violation is new. `key` is relative to the workspace. */
  since?: (structure: string, violations: readonly LimitFinding['limit'][]) => ReadonlyMap<LimitFinding['limit'], number>;
}

/** Judges every structure below a folder. A folder without DNA that holds structures is a Container. */
export async function scanStructures(root: string, context: ScanContext): Promise<StructureTree> {
  const { settings, now } = context;
  const found = await findStructures(root, { ignore: settings.ignore, required: settings.structures });
  const counts: StructureTree['counts'] = { Canonical: 0, 'Canonical-Conditional': 0, 'Non-Canonical': 0, Container: 0 };
  const node = async (structure: FoundStructure): Promise<StructureNode> => {
    const children: StructureNode[] = [];
    for (const child of structure.children) children.push(await node(child));
    const judged = await judgeStructure(root, structure, context);
    counts[judged.result] += 1;
    return { ...judged, children };
  };
  return { root: await node(found.root), scannedAt: now, counts, unreadable: found.unreadable };
}

async function judgeStructure(
  root: string,
  found: FoundStructure,
  context: ScanContext,
): Promise<Omit<StructureNode, 'children'>> {
  const { locations, settings, now } = context;
  const file: StructureNode['file'] = found.hasDna ? 'DNA.md' : found.hasProposal ? 'DNA_BLUEPRINT.md' : null;
  const folder = join(root, found.path);
  const bootstrap = keyOf(locations.workspace, folder) === locations.keys.immuneSystem;
  const bare = { path: found.path, name: found.path.split('/').at(-1) ?? '', file, version: null, bootstrap, limits: [] };
  if (file === null) {
    const isContainer = found.children.length > 0 && !isRequired(found);
    const { verdict, findings } = refused('No DNA.md or DNA_BLUEPRINT.md found', null, bootstrap);
    return { ...bare, result: isContainer ? 'Container' : verdict, proposal: false, findings: isContainer ? [] : findings };
  }
  const path = join(folder, file);
  const read = await readText(path);
  const exists = createReferenceCheck(locations.workspace, locations.root, path);
  const judgement: DocumentJudgement =
    read.state === 'unreadable'
      ? refused(`${file} could not be read: ${read.detail}`, null, bootstrap)
      : judgeBlueprint(read.state === 'read' ? read.text : null, {
          now,
          rules: settings.judgement,
          bootstrap,
          official: file === 'DNA.md',
          exists,
        });
  const data = read.state === 'read' ? dataOf(read.text) : null;
  return {
    ...bare,
    name: textOr(valueAt(data, 'name'), bare.name),
    version: textOr(valueAt(data, 'version'), null),
    result: judgement.verdict,
    proposal: found.hasDna && found.hasProposal,
    findings: judgement.findings,
    limits: limitsOf(keyOf(locations.workspace, folder), { data, ...found }, context),
  };
}

/** Only the scanned root may be a container without being asked for; other folders without DNA are here because settings demand one. */
const isRequired = (found: FoundStructure): boolean => found.path !== '';

function limitsOf(structure: string, facts: LimitFacts, { settings, now, since }: ScanContext): LimitFinding[] {
  const violations = findLimitViolations(facts, now);
  const known = since?.(
    structure,
    violations.map(({ limit }) => limit),
  );
  const grace = settings.graceDays * DAY_MS;
  return violations.map((violation) => {
    const first = known?.get(violation.limit) ?? now;
    const overdue = violation.action === 'warn' && now - first >= grace;
    return { ...violation, since: first, action: overdue ? 'clean-up' : violation.action };
  });
}

const DAY_MS = 86_400_000;

function dataOf(text: string): Readonly<Record<string, unknown>> | null {
  const read = readFrontMatter(text);
  return read.ok ? read.frontMatter.data : null;
}

const textOr = <T>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise;

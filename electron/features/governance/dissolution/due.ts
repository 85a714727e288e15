import { join } from 'node:path';
import type { DueDissolution, StructureNode, StructureTree } from '../../../../shared/model/governance.ts';
import { joinKey } from '../../../kernel/names.ts';
import { valueAt } from '../constitution/index.ts';
import { dayOf, endOf } from '../judgement/dates.ts';
import { nodesOf } from '../judgement/index.ts';
import { dataOf } from './structure-facts.ts';

const DAY_MS = 86_400_000;

/** What a structure says of its own end. */
export interface EndOfLife {
  /** Relative to the workspace. */
  structure: string;
  /** Limits that are reached by the calendar. */
  due: { reason: string; since: number }[];
  /** Its termination conditions, in its own words: whether they hold is for people to say. */
  conditions: string[];
}

/** Where a blueprint or a structure under a permission may name the day on which it ends. */
const TIME_LIMITS = [
  'time_bound.expires',
  'natural_dissolution.time_limit',
  'natural_dissolution.time_bound.expires',
  'natural_dissolution.expires',
  'natural_dissolution.retention.expires',
  'natural_dissolution.retention.until',
];

/** Structures whose time is over, for the Constitution view; paths are relative to the workspace. Nothing is dissolved by finding it. */
export const findDue = async (root: string, key: string, tree: StructureTree): Promise<DueDissolution[]> =>
  (await readEndsOfLife(root, key, tree))
    .filter(({ due }) => due.length > 0)
    .map(({ structure, due }) => ({
      structure,
      reason: due.map(({ reason }) => reason).join(', '),
      since: Math.min(...due.map(({ since }) => since)),
    }));

/** Every structure of a tree that has a DNA, with what it says of its end. `root` is the scanned folder, absolute; `key` its place. */
export async function readEndsOfLife(root: string, key: string, tree: StructureTree): Promise<EndOfLife[]> {
  const ends: EndOfLife[] = [];
  for (const node of nodesOf(tree.root)) {
    if (node.file !== null && node.path !== '') ends.push(await endOfLife(root, key, node, tree.scannedAt));
  }
  return ends;
}

async function endOfLife(root: string, key: string, node: StructureNode, now: number): Promise<EndOfLife> {
  const data = await dataOf(join(root, node.path));
  const conditions = valueAt(data, 'natural_dissolution.termination_conditions');
  const created = dayOf(valueAt(data, 'created'));
  const retention = node.limits
    .filter(({ action }) => action === 'dissolve')
    .map(({ allowed, actual, since }) => ({
      reason: `retention.max_days: ${actual} of ${allowed} days`,
      since: created === null ? since : created + allowed * DAY_MS,
    }));
  const limits = TIME_LIMITS.flatMap((name) => {
    const value = valueAt(data, name);
    const end = endOf(value);
    return end === null || end > now ? [] : [{ reason: `${name}: ${String(value)}`, since: end }];
  });
  return {
    structure: joinKey(key, node.path),
    due: [...retention, ...limits],
    conditions: Array.isArray(conditions) ? conditions.filter((one) => typeof one === 'string' && one.trim() !== '') : [],
  };
}

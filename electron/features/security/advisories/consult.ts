import type { SecuritySource } from '../../../../shared/model/security.ts';
import type { InstalledPackage } from '../inventory/package.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { AdvisoryRecord, AdvisorySource, SourceAnswer, Vulnerability } from './advisory.ts';
import { couldNotCheck } from './answers.ts';
import { isAffected } from './is-affected.ts';
import { mergeRecords } from './merge.ts';

/** What all sources together say of the packages of one ecosystem. */
export interface Consultation {
  sources: SecuritySource[];
  /** Vulnerabilities of the installed versions, by key and version (npm may hold several versions of one package). */
  of: (one: InstalledPackage) => readonly Vulnerability[];
  /** Whether at least one source has spoken of it. */
  checked: (one: InstalledPackage) => boolean;
  /** Every vulnerability of a package that is known, whatever its version: what an upgrade must not run into. */
  all: (key: string) => readonly Vulnerability[];
  /** Whether all versions of a package were asked about, so that another one than the installed can be called clear. */
  knows: (key: string) => boolean;
  /** Asks about all versions of further packages. Returns those that nobody could speak of. */
  learn: (keys: readonly string[], signal: AbortSignal) => Promise<ReadonlySet<string>>;
}

/** Asks every source about what is installed, then about all versions of the packages that `interesting` names. */
export async function consult(
  scheme: VersionScheme,
  sources: readonly AdvisorySource[],
  packages: readonly InstalledPackage[],
  interesting: (vulnerable: ReadonlySet<string>) => readonly string[],
  signal: AbortSignal,
): Promise<Consultation> {
  const answers = packages.length === 0 ? [] : await askEach(scheme, sources, packages, signal);
  const vulnerable = new Set(answers.flatMap(({ records }) => [...records.keys()]));
  const keys = interesting(vulnerable);
  const further = keys.length === 0 ? [] : await askAll(sources, keys, signal);
  const told = [...answers, ...further];
  let merged = mergeAll(told);
  const unknown = silentOn(scheme, further);
  const askedAll = further.length > 0 ? new Set(keys.map((key) => scheme.nameKey(key))) : new Set<string>();
  return {
    sources: [...answers, ...further.filter(({ status }) => status.state !== 'checked')].map(({ status }) => status),
    of: (one) => (merged.get(one.key) ?? []).filter(({ affected }) => isAffected(scheme, affected, one.version)),
    checked: (one) => answers.some(({ status }) => status.state !== 'could-not-check' && !status.unchecked.includes(one.name)),
    all: (key) => merged.get(key) ?? [],
    knows: (key) =>
      askedAll.has(key) ? !unknown.has(key) : further.length === 0 && answers.some(({ status }) => status.state === 'checked'),
    async learn(more, stop) {
      const unasked = more.filter((key) => !askedAll.has(key));
      if (unasked.length === 0) return unknown;
      const answered = await askAll(sources, unasked, stop);
      told.push(...answered);
      merged = mergeAll(told);
      return new Set([...unknown, ...silentOn(scheme, answered)]);
    },
  };
}

/** Nobody to ask is nobody who has said that all is well. */
function askEach(
  { ecosystem }: VersionScheme,
  sources: readonly AdvisorySource[],
  packages: readonly InstalledPackage[],
  signal: AbortSignal,
): Promise<SourceAnswer[]> {
  return sources.length === 0
    ? Promise.resolve([couldNotCheck('osv', ecosystem, 'No database of advisories is switched on.', packages)])
    : Promise.all(sources.map((source) => source.ask(packages, signal)));
}

function askAll(sources: readonly AdvisorySource[], keys: readonly string[], signal: AbortSignal): Promise<SourceAnswer[]> {
  return Promise.all(sources.flatMap((source) => source.askAll?.(keys, signal) ?? []));
}

const silentOn = (scheme: VersionScheme, answers: readonly SourceAnswer[]): Set<string> =>
  new Set(answers.flatMap(({ status }) => status.unchecked.map((name) => scheme.nameKey(name))));

const mergeAll = (answers: readonly SourceAnswer[]): Map<string, Vulnerability[]> =>
  new Map([...collect(answers)].map(([key, list]) => [key, mergeRecords(list)]));

function collect(answers: readonly SourceAnswer[]): Map<string, AdvisoryRecord[]> {
  const all = new Map<string, AdvisoryRecord[]>();
  for (const { records } of answers) for (const [key, list] of records) all.set(key, [...(all.get(key) ?? []), ...list]);
  return all;
}

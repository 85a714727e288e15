import type { AdvisoryRecord, Vulnerability } from './advisory.ts';
import { bySeverity, worst } from './severity.ts';

/** One vulnerability for all records that share a name: GHSA, CVE and PYSEC of one thing count once. Worst first, then by id. */
export function mergeRecords(records: readonly AdvisoryRecord[]): Vulnerability[] {
  const groups: { names: Set<string>; records: AdvisoryRecord[] }[] = [];
  for (const record of records) {
    const names = new Set([record.id, ...record.aliases]);
    const joined = groups.filter((group) => [...names].some((name) => group.names.has(name)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      names: new Set([...joined.flatMap((group) => [...group.names]), ...names]),
      records: [...joined.flatMap((group) => group.records), record],
    });
  }
  return groups.map(merge).sort((a, b) => bySeverity(a, b) || (a.id < b.id ? -1 : 1));
}

function merge({ names, records }: { names: ReadonlySet<string>; records: readonly AdvisoryRecord[] }): Vulnerability {
  const sorted = [...names].sort();
  const id = sorted.find((name) => name.startsWith('CVE-')) ?? sorted.find((name) => name.startsWith('GHSA-')) ?? sorted[0] ?? '';
  const scores = records.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    id,
    aliases: sorted.filter((name) => name !== id),
    summary: records.find(({ summary }) => summary !== '')?.summary ?? '',
    severity: records.reduce<Vulnerability['severity']>((known, { severity }) => worst(known, severity), 'unknown'),
    score: scores.length === 0 ? null : Math.max(...scores),
    url: records.find(({ url }) => url !== null)?.url ?? null,
    affected: records.flatMap(({ affected }) => affected),
    sources: [...new Set(records.map(({ source }) => source))].sort(),
  };
}

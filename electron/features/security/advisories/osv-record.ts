import { z } from 'zod';
import type { SecuritySeverity, SecuritySource } from '../../../../shared/model/security.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { AdvisoryRecord, Affected, RangeEvent } from './advisory.ts';
import { scoreOfVector, severityOfScore, severityOfWord, worst } from './severity.ts';

const text = z.string().max(100_000);
const event = z.object({
  introduced: text.optional(),
  fixed: text.optional(),
  last_affected: text.optional(),
  limit: text.optional(),
});
const severity = z.array(z.object({ type: text, score: text })).catch([]);
const specific = z.object({ severity: text.optional(), url: text.optional() }).partial().catch({});

/** The parts of the OSV schema (ossf.github.io/osv-schema, 1.6) that are used. */
export const osvRecordSchema = z.object({
  id: z.string().min(1).max(200),
  summary: text.catch('').default(''),
  aliases: z.array(z.string().max(200)).max(1000).nullish(),
  withdrawn: text.nullish(),
  severity: severity.optional(),
  database_specific: specific.nullish(),
  references: z
    .array(z.object({ type: text, url: text }))
    .nullish()
    .catch([]),
  affected: z
    .array(
      z.object({
        package: z.object({ ecosystem: text, name: text }).optional(),
        ranges: z.array(z.object({ type: text, events: z.array(event).max(10_000) })).nullish(),
        versions: z.array(text).max(100_000).nullish(),
        severity: severity.optional(),
        database_specific: specific.nullish(),
      }),
    )
    .nullish(),
});
export type OsvRecord = z.infer<typeof osvRecordSchema>;

export const OSV_ECOSYSTEM = { pip: 'PyPI', npm: 'npm' } as const;

/** Name keys of the packages of an ecosystem that a record is about. */
export const packagesOf = (scheme: VersionScheme, record: OsvRecord): string[] =>
  (record.affected ?? []).flatMap(({ package: one }) =>
    one !== undefined && ecosystemOf(one.ecosystem) === OSV_ECOSYSTEM[scheme.ecosystem] ? [scheme.nameKey(one.name)] : [],
  );

/** `PyPI:suffix` is a part of PyPI. */
const ecosystemOf = (ecosystem: string): string => ecosystem.split(':')[0] ?? '';

/** What an OSV record says of one package; null when it was withdrawn. */
export function recordOf(
  scheme: VersionScheme,
  record: OsvRecord,
  key: string,
  source: SecuritySource['name'],
): AdvisoryRecord | null {
  if (record.withdrawn !== null && record.withdrawn !== undefined) return null;
  const parts = (record.affected ?? []).filter(
    ({ package: one }) =>
      one !== undefined && ecosystemOf(one.ecosystem) === OSV_ECOSYSTEM[scheme.ecosystem] && scheme.nameKey(one.name) === key,
  );
  const vectors = [...(record.severity ?? []), ...parts.flatMap((part) => part.severity ?? [])].map(({ score }) => score);
  const scores = vectors.flatMap((vector) => scoreOfVector(vector) ?? []);
  const words = [record.database_specific?.severity, ...parts.map((part) => part.database_specific?.severity)];
  return {
    id: record.id,
    aliases: record.aliases ?? [],
    summary: record.summary,
    severity: [...scores.map(severityOfScore), ...words.map((word) => severityOfWord(word ?? ''))].reduce<SecuritySeverity>(
      worst,
      'unknown',
    ),
    score: scores.length === 0 ? null : Math.max(...scores),
    url: urlOf(record),
    affected: affectedBy(parts.flatMap(affectedOf)),
    source,
  };
}

/** Every version: of a record that says nothing of versions nobody knows which are free of it. */
export const EVERY_VERSION: Affected = { kind: 'events', events: [{ kind: 'introduced', version: '0' }] };

const affectedBy = (said: readonly Affected[]): readonly Affected[] => (said.length === 0 ? [EVERY_VERSION] : said);

function affectedOf({ ranges, versions }: NonNullable<OsvRecord['affected']>[number]): Affected[] {
  const events = (ranges ?? [])
    .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
    .map((range): Affected => ({ kind: 'events', events: range.events.flatMap(eventsOf) }));
  const listed = versions ?? [];
  return listed.length === 0 ? events : [...events, { kind: 'versions', versions: listed }];
}

const KINDS = ['introduced', 'fixed', 'last_affected', 'limit'] as const;

const eventsOf = (one: z.infer<typeof event>): RangeEvent[] =>
  KINDS.flatMap((kind) => (one[kind] === undefined ? [] : [{ kind, version: one[kind] }]));

/** Where people read more: only ever an https address. */
function urlOf({ id, references }: OsvRecord): string {
  const found = (references ?? []).find(({ type, url }) => type === 'ADVISORY' && url.startsWith('https://'));
  return found?.url ?? `https://osv.dev/vulnerability/${encodeURIComponent(id)}`;
}

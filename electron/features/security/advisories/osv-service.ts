import { z } from 'zod';
import type { InstalledPackage } from '../inventory/package.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import type { Ask } from '../web/ask.ts';
import { inParallel } from '../web/in-parallel.ts';
import type { AdvisoryRecord, AdvisorySource, SourceAnswer } from './advisory.ts';
import { answered, put } from './answers.ts';
import { EVERY_VERSION, OSV_ECOSYSTEM, osvRecordSchema, recordOf, type OsvRecord } from './osv-record.ts';

export interface OsvServiceOptions {
  scheme: VersionScheme;
  /** Without a slash at the end. */
  url: string;
  timeoutMs: number;
  ask: Ask;
}

/** The service's own limit for one batch. */
const BATCH = 1000;
const MOST_PAGES = 50;
const WIDTH = 8;
const MOST_BATCH_BYTES = 32 * 1024 * 1024;
const MOST_RECORD_BYTES = 8 * 1024 * 1024;

const batchSchema = z.object({
  results: z.array(
    z.object({
      vulns: z.array(z.object({ id: z.string().min(1).max(200) })).nullish(),
      next_page_token: z.string().nullish(),
    }),
  ),
});

interface Query {
  key: string;
  /** Key and version: npm may hold several versions of one package. */
  slot: string;
  name: string;
  version: string | null;
  page: string | null;
}

/** The OSV service (google.github.io/osv.dev/api): ids by batch and page, then each record once. */
export function createOsvService({ scheme, url, timeoutMs, ask }: OsvServiceOptions): AdvisorySource {
  const records = new Map<string, OsvRecord>();
  const { ecosystem } = scheme;

  const askBatch = async (queries: readonly Query[], signal: AbortSignal) => {
    const body = {
      queries: queries.map(({ name, version, page }) => ({
        package: { name, ecosystem: OSV_ECOSYSTEM[ecosystem] },
        ...(version === null ? {} : { version }),
        ...(page === null ? {} : { page_token: page }),
      })),
    };
    const answer = await ask({ url: `${url}/v1/querybatch`, json: body, timeoutMs, mostBytes: MOST_BATCH_BYTES, signal });
    if (!answer.ok) return { results: null, reason: answer.reason };
    const parsed = batchSchema.safeParse(answer.body);
    if (parsed.success && parsed.data.results.length === queries.length) return { results: parsed.data.results, reason: '' };
    return { results: null, reason: 'OSV answered with something else than a batch' };
  };

  /** Ids by slot, and the names that it could not speak of. */
  const idsOf = async (all: readonly Query[], signal: AbortSignal) => {
    const ids = new Map<string, Set<string>>();
    const unchecked = { reason: '', names: new Set<string>() };
    const fail = (queries: readonly Query[], reason: string): void => {
      unchecked.reason = reason;
      for (const { name } of queries) unchecked.names.add(name);
    };
    let open = [...all];
    for (let page = 0; open.length > 0; page += 1) {
      if (page === MOST_PAGES) {
        fail(open, 'OSV has more pages than are read');
        break;
      }
      const next: Query[] = [];
      for (let at = 0; at < open.length; at += BATCH) {
        const queries = open.slice(at, at + BATCH);
        const { results, reason } = await askBatch(queries, signal);
        if (results === null) {
          fail(queries, reason);
          continue;
        }
        for (const [index, query] of queries.entries()) {
          const result = results[index];
          const known = ids.get(query.slot) ?? new Set();
          for (const { id } of result?.vulns ?? []) known.add(id);
          ids.set(query.slot, known);
          const token = result?.next_page_token ?? '';
          if (token !== '') next.push({ ...query, page: token });
        }
      }
      open = next;
    }
    return { ids, unchecked };
  };

  const load = async (id: string, signal: AbortSignal): Promise<string> => {
    if (records.has(id)) return '';
    const address = `${url}/v1/vulns/${encodeURIComponent(id)}`;
    const answer = await ask({ url: address, timeoutMs, mostBytes: MOST_RECORD_BYTES, signal });
    if (!answer.ok) return answer.reason;
    const parsed = osvRecordSchema.safeParse(answer.body);
    if (!parsed.success || parsed.data.id !== id) return `OSV has no readable record of ${id}`;
    records.set(id, parsed.data);
    return '';
  };

  const lookUp = async (queries: readonly Query[], signal: AbortSignal): Promise<SourceAnswer> => {
    const { ids, unchecked } = await idsOf(queries, signal);
    const wanted = [...new Set([...ids.values()].flatMap((set) => [...set]))];
    const reasons = await inParallel(wanted, WIDTH, (id) => load(id, signal));
    const failed = new Map(wanted.flatMap((id, index) => (reasons[index] === '' ? [] : ([[id, reasons[index] ?? '']] as const))));
    const found = new Map<string, AdvisoryRecord[]>();
    for (const { key, slot, name, version } of queries) {
      for (const id of ids.get(slot) ?? []) {
        const raw = records.get(id);
        const record = raw === undefined ? bareRecord(id) : recordOf(scheme, raw, key, 'osv');
        if (record === null) continue;
        // The service has matched this version itself: where its record says less, its word counts.
        const affected =
          version === null ? record.affected : [...record.affected, { kind: 'versions', versions: [version] } as const];
        put(found, key, { ...record, affected });
        const reason = failed.get(id);
        if (reason !== undefined) {
          unchecked.names.add(name);
          unchecked.reason = reason;
        }
      }
    }
    return answered('osv', ecosystem, found, { reason: unchecked.reason, names: [...unchecked.names] }, queries.length);
  };

  const query = ({ key, version }: InstalledPackage): Query => ({
    key,
    slot: `${key} ${version}`,
    name: key,
    version,
    page: null,
  });
  return {
    name: 'osv',
    ask: (packages, signal) => lookUp(packages.map(query), signal),
    askAll: (keys, signal) =>
      lookUp(
        keys.map((key) => ({ key, slot: key, name: key, version: null, page: null })),
        signal,
      ),
  };
}

/** What is known of a vulnerability whose record could not be had: that it is there. */
const bareRecord = (id: string): AdvisoryRecord => ({
  id,
  aliases: [],
  summary: '',
  severity: 'unknown',
  score: null,
  url: `https://osv.dev/vulnerability/${encodeURIComponent(id)}`,
  affected: [EVERY_VERSION],
  source: 'osv',
});

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../../kernel/errors.ts';
import type { VersionScheme } from '../versions/scheme.ts';
import { inParallel } from '../web/in-parallel.ts';
import type { AdvisoryRecord, AdvisorySource, SourceAnswer } from './advisory.ts';
import { answered, couldNotCheck, put } from './answers.ts';
import { osvRecordSchema, packagesOf, recordOf, type OsvRecord } from './osv-record.ts';

const MOST_BYTES = 8 * 1024 * 1024;
const WIDTH = 16;

interface Loaded {
  records: OsvRecord[];
  /** A file that cannot be read may speak of any package. */
  unreadable: string[];
}

/** A folder of OSV JSON files, as the exports of OSV hold them, read anew at each look. */
export function createOsvFolder({ scheme, folder }: { scheme: VersionScheme; folder: string }): AdvisorySource {
  const lookUp = async (wanted: readonly { name: string; key: string }[]): Promise<SourceAnswer> => {
    const { ecosystem } = scheme;
    let loaded: Loaded;
    try {
      loaded = await load(folder);
    } catch (error) {
      return couldNotCheck('osv-folder', ecosystem, messageOf(error), wanted);
    }
    const { records, unreadable } = loaded;
    if (records.length === 0) return couldNotCheck('osv-folder', ecosystem, `${folder} holds no OSV records`, wanted);
    const keys = new Set(wanted.map(({ key }) => key));
    const found = new Map<string, AdvisoryRecord[]>();
    for (const raw of records) {
      for (const key of new Set(packagesOf(scheme, raw))) {
        const record = keys.has(key) ? recordOf(scheme, raw, key, 'osv-folder') : null;
        if (record !== null) put(found, key, record);
      }
    }
    const names = unreadable.length === 0 ? [] : wanted.map(({ name }) => name);
    return answered(
      'osv-folder',
      ecosystem,
      found,
      { reason: `not readable: ${unreadable.slice(0, 3).join(', ')}`, names },
      wanted.length,
    );
  };
  return {
    name: 'osv-folder',
    ask: (packages) => lookUp(packages),
    askAll: (names) => lookUp(names.map((name) => ({ name, key: name }))),
  };
}

/** @throws system errors when the folder itself cannot be read */
async function load(folder: string): Promise<Loaded> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
  const loaded = await inParallel(names, WIDTH, (name) => read(join(folder, name)));
  return {
    records: loaded.flatMap((one) => one ?? []),
    unreadable: names.filter((_, index) => loaded[index] === null),
  };
}

async function read(file: string): Promise<OsvRecord | null> {
  try {
    if ((await stat(file)).size > MOST_BYTES) return null;
    const parsed = osvRecordSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Named in the answer: nobody takes this folder for complete.
    return null;
  }
}

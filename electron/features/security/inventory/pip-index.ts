import { z } from 'zod';
import { parseSpecifiers, satisfies, type InterpreterFacts } from '../../../kernel/python/index.ts';
import { pipScheme } from '../versions/pip-scheme.ts';
import type { Ask } from '../web/ask.ts';
import type { Release } from './package.ts';

/** One file of a release. */
export interface IndexFile {
  filename: string;
  version: string;
  sha256: string | null;
  requiresPython: string | null;
  yanked: boolean;
  uploadedAt: number | null;
}

export type IndexAnswer = { ok: true; files: readonly IndexFile[] } | { ok: false; reason: string };

const fileSchema = z.object({
  filename: z.string().max(1000),
  hashes: z.record(z.string(), z.string()).catch({}).default({}),
  'requires-python': z.string().nullish().catch(null),
  yanked: z.union([z.boolean(), z.string()]).catch(false).default(false),
  'upload-time': z.string().nullish().catch(null),
});
const pageSchema = z.object({ files: z.array(fileSchema).max(200_000) });

const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';
const MOST_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Asks the indexes for the files of a package (PEP 503, 691, 700). One index that cannot be asked is enough not to know. */
export async function askIndexes(indexes: readonly string[], key: string, ask: Ask, signal: AbortSignal): Promise<IndexAnswer> {
  const files: IndexFile[] = [];
  for (const index of indexes) {
    const answer = await ask({ url: `${index}/${key}/`, accept: ACCEPT, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES, signal });
    if (!answer.ok && answer.status === 404) continue;
    if (!answer.ok) return { ok: false, reason: answer.reason };
    const page = /json/.test(answer.type) ? readJson(answer.body, key) : readHtml(answer.text, key);
    if (page === null) return { ok: false, reason: `${new URL(index).host} answered with something else than a list of files` };
    files.push(...page);
  }
  return { ok: true, files };
}

function readJson(body: unknown, key: string): IndexFile[] | null {
  const parsed = pageSchema.safeParse(body);
  if (!parsed.success) return null;
  return parsed.data.files.flatMap((file) => {
    const version = versionOf(file.filename, key);
    if (version === null) return [];
    const time = Date.parse(file['upload-time'] ?? '');
    return [
      {
        filename: file.filename,
        version,
        sha256: digest(file.hashes['sha256']),
        requiresPython: file['requires-python'] ?? null,
        yanked: file.yanked !== false,
        uploadedAt: Number.isNaN(time) ? null : time,
      },
    ];
  });
}

const digest = (text: string | undefined): string | null => (text !== undefined && /^[0-9a-f]{64}$/.test(text) ? text : null);

const ANCHOR = /<a\s(?<attributes>[^>]*)>(?<text>[^<]*)<\/a>/gi;

/** An older index says nothing of times: its releases are never old enough for an upgrade that is not for security. */
function readHtml(html: string, key: string): IndexFile[] | null {
  if (!/<html|<!doctype|<a\s/i.test(html)) return null;
  const files = [...html.matchAll(ANCHOR)].flatMap((match) => {
    const attributes = match.groups?.['attributes'] ?? '';
    const filename = (match.groups?.['text'] ?? '').trim();
    const version = versionOf(filename, key);
    if (version === null) return [];
    const requires = /data-requires-python="([^"]*)"/i.exec(attributes)?.[1];
    return [
      {
        filename,
        version,
        sha256: digest(/#sha256=([0-9a-f]{64})/.exec(attributes)?.[1]),
        requiresPython:
          requires === undefined ? null : requires.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
        yanked: /data-yanked/i.test(attributes),
        uploadedAt: null,
      },
    ];
  });
  // It knew the package once: a page without any file of it is somebody else's, such as one to log in.
  return files.length === 0 ? null : files;
}

/** The version in a file's name; names of source archives may hold dashes, and so may those of packages. */
function versionOf(filename: string, key: string): string | null {
  const stem = filename.replace(/\.(?:tar\.gz|tgz|zip|tar\.bz2)$/, '');
  const isWheel = filename.endsWith('.whl');
  if (stem === filename && !isWheel) return null;
  for (let dash = stem.indexOf('-'); dash > 0; dash = stem.indexOf('-', dash + 1)) {
    if (pipScheme.nameKey(stem.slice(0, dash)) !== key) continue;
    const version = isWheel ? stem.slice(dash + 1).split('-')[0] : stem.slice(dash + 1);
    if (version !== undefined && pipScheme.isValid(version)) return version;
  }
  return null;
}

/** The releases among the files. A release is yanked when all of its files are (PEP 592), and as old as its first file. */
export function releasesOf(files: readonly IndexFile[], facts: InterpreterFacts, sourceBuilds: boolean): Release[] {
  const versions = Map.groupBy(files, ({ version }) => version);
  return [...versions].map(([version, list]) => {
    const times = list.map(({ uploadedAt }) => uploadedAt);
    return {
      version,
      releasedAt: times.includes(null) ? null : Math.min(...times.map((time) => time ?? 0)),
      yanked: list.every(({ yanked }) => yanked),
      installable: list.some((file) => !file.yanked && fits(file, facts, sourceBuilds)),
    };
  });
}

/** Roughly: pip itself has the last word before anything is changed. */
function fits({ filename, requiresPython }: IndexFile, { version, markers }: InterpreterFacts, sourceBuilds: boolean): boolean {
  if (requiresPython !== null) {
    const specifiers = parseSpecifiers(requiresPython);
    if (specifiers !== null && !satisfies(version, specifiers)) return false;
  }
  if (!filename.endsWith('.whl')) return sourceBuilds;
  const [python = '', , platform = ''] = filename.slice(0, -4).split('-').slice(-3);
  const [major = '3', minor = ''] = version.split('.');
  const isPython = python
    .split('.')
    .some((tag) => tag.startsWith(`py${major}`) || tag === `cp${major}${minor}` || /abi3/.test(filename));
  const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'macosx', win32: 'win' };
  const system = systems[markers.sys_platform] ?? '';
  return isPython && platform.split('.').some((tag) => tag === 'any' || tag.includes(system));
}

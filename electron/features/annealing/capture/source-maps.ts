import { readFile, stat } from 'node:fs/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { posix } from 'node:path';
import type { ErrorFrame } from '../../../../shared/model/annealing.ts';
import { within } from '../../../kernel/paths.ts';

/** Moves frames of built JavaScript to the sources that they were built from, where a source map in the workspace says so. */
export interface SourceMaps {
  map(frames: readonly ErrorFrame[]): Promise<ErrorFrame[]>;
}

const MAX_BYTES = 32 * 1024 * 1024;
const KEPT = 20;
const REFERENCE = /^[ \t]*\/\/[#@] sourceMappingURL=(\S+)[ \t]*$/gm;

interface Loaded {
  stamp: string;
  map: SourceMap | null;
}

/** Maps are read again when their file changes, and only from inside the workspace. */
export function createSourceMaps(workspace: string): SourceMaps {
  const known = new Map<string, Loaded>();

  const mapOf = async (file: string): Promise<SourceMap | null> => {
    const info = await stat(within(workspace, file)).catch(() => null);
    if (info === null || !info.isFile() || info.size > MAX_BYTES) return null;
    const stamp = `${info.ino}:${info.size}:${info.mtimeMs}`;
    const found = known.get(file);
    if (found?.stamp === stamp) return found.map;
    const map = await loadMap(workspace, file);
    known.delete(file);
    known.set(file, { stamp, map });
    for (const oldest of known.keys()) if (known.size > KEPT) known.delete(oldest);
    return map;
  };

  const mapFrame = async (frame: ErrorFrame): Promise<ErrorFrame> => {
    if (!frame.own || frame.line === null || !/\.[cm]?js$/.test(frame.file)) return frame;
    const map = await mapOf(frame.file).catch(() => null);
    const origin = map?.findOrigin(frame.line, frame.column ?? 1);
    if (origin === undefined || !('fileName' in origin)) return frame;
    const file = sourceFile(frame.file, origin.fileName);
    if (file === null) return frame;
    return { ...frame, file, line: origin.lineNumber, column: origin.columnNumber, endColumn: null, code: null };
  };

  return {
    async map(frames) {
      const mapped: ErrorFrame[] = [];
      for (const frame of frames) mapped.push(await mapFrame(frame));
      return mapped;
    },
  };
}

async function loadMap(workspace: string, file: string): Promise<SourceMap | null> {
  const text = await readFile(within(workspace, file), 'utf8');
  const url = [...text.matchAll(REFERENCE)].at(-1)?.[1];
  if (url === undefined) return null;
  const json = url.startsWith('data:') ? inline(url) : await beside(workspace, file, url);
  if (json === null) return null;
  return new SourceMap(JSON.parse(json.replace(/^\)\]\}'.*\n/, '')) as SourceMapPayload);
}

function inline(url: string): string | null {
  const match = /^data:application\/json[^,]*?(;base64)?,(.*)$/.exec(url);
  if (match === null) return null;
  return match[1] === undefined ? decodeURIComponent(match[2] ?? '') : Buffer.from(match[2] ?? '', 'base64').toString('utf8');
}

async function beside(workspace: string, file: string, url: string): Promise<string | null> {
  const path = sourceFile(file, url);
  if (path === null) return null;
  const { size } = await stat(within(workspace, path));
  return size > MAX_BYTES ? null : readFile(within(workspace, path), 'utf8');
}

/** A name in a map, relative to the workspace; null when it leads out of it. */
function sourceFile(from: string, name: string): string | null {
  if (name.startsWith('/') || /^[a-z][\w+.-]*:/i.test(name)) return null;
  const path = posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(name)));
  return path.startsWith('../') || path === '..' ? null : path;
}

import { isAbsolute, posix } from 'node:path';
import type { ErrorFrame } from '../../../../shared/model/annealing.ts';
import type { ParsedFrame } from '../parse/parsed-error.ts';

/** Where the workspace lies and where the program ran. */
export interface Place {
  /** Absolute paths that all mean the workspace: as it is named, and as it really is. */
  roots: readonly string[];
  /** Where relative names begin, relative to the workspace; null when that is not known. */
  cwd: string | null;
}

/** Folders of code that somebody else wrote, or that is kept only to be undone. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|\.?venv|\.?env|virtualenv|\.tox|\.nox|\.yarn|\.nightguard|\.tmp|__pypackages__|lib\/python\d[\d.]*)(?:\/|$)/;

/** Frames with names below the workspace, and which of them are its own code. Pure. */
export const placeFrames = (frames: readonly ParsedFrame[], place: Place): ErrorFrame[] =>
  frames.map((frame) => {
    const inside = insideOf(frame.file, place);
    return { ...frame, file: inside ?? frame.file, own: inside !== null && !FOREIGN.test(inside) };
  });

/** The path relative to the workspace, or null when it is outside. */
export function insideOf(file: string, { roots, cwd }: Place): string | null {
  if (file === '' || /^(?:<|node:|internal\/|[a-z][\w+.-]+:\/\/)/.test(file)) return null;
  const plain = file.replaceAll('\\', '/');
  if (isAbsolute(file) || /^[A-Za-z]:\//.test(plain)) {
    for (const root of roots) {
      const base = `${root.replaceAll('\\', '/').replace(/\/$/, '')}/`;
      if (plain.startsWith(base)) return normal(plain.slice(base.length));
    }
    return null;
  }
  return cwd === null ? null : normal(cwd === '' ? plain : `${cwd}/${plain}`);
}

function normal(path: string): string | null {
  const clean = posix.normalize(path);
  return clean === '.' || clean === '..' || clean.startsWith('../') || clean.startsWith('/') ? null : clean;
}

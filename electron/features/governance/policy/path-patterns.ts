import picomatch from 'picomatch';
import { foldName, toKey } from '../../../kernel/names.ts';

/** Whether a key fits one of the patterns it was compiled from. */
export type PathPatterns = (key: string) => boolean;

/**
 * Compiles gitignore-like patterns once: without a slash they fit at any depth, with one they begin at the workspace, and a folder's pattern fits
 * what is below it. `wide` patterns (of refusals and questions) expect keys folded by `foldName` and fit the folder of `x/**` too; narrow ones
 * (of leaves) fit exactly what is written.
 */
export function compilePaths(patterns: readonly string[], wide: boolean): PathPatterns {
  const globs = patterns.flatMap((pattern) => globsOf(wide ? foldName(pattern) : toKey(pattern), wide));
  const sources = globs.map((glob) => picomatch.makeRe(glob, OPTIONS).source);
  const expression = new RegExp(sources.length === 0 ? NOTHING : sources.join('|'));
  return (key) => expression.test(key);
}

/** What gitignore does not know is an ordinary letter here. */
const OPTIONS = { dot: true, nonegate: true, noextglob: true, nobrace: true } as const;
const NOTHING = '(?!)';

function globsOf(pattern: string, wide: boolean): string[] {
  const escaped = pattern.replaceAll(/[(){}|+@^$!]/g, String.raw`\$&`);
  const isFolder = escaped.endsWith('/');
  const bare = escaped.replace(/\/+$/, '').replace(/^\/+/, '');
  if (bare === '') return [];
  const anchored = escaped.replace(/\/+$/, '').includes('/');
  const glob = anchored ? bare : `**/${bare}`;
  // `x/**` fits `x` too for picomatch; `x/**/*` does not.
  if (wide) return [glob, `${glob}/**`];
  const below = `${glob.replace(/\/\*\*$/, '')}/**/*`;
  return isFolder || glob.endsWith('/**') ? [below] : [glob, below];
}

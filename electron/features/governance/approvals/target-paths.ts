/** An address, but of a file. */
const ADDRESS = /^(?!file:|workspace:)[a-z][a-z\d+.-]*:\/\//i;
const SEPARATORS = /[\s,;"'`()[\]<>]+/;

/**
 * Paths of the workspace that an agent's words name: what looks like a path, and what is there under that name. `isThere` says of a
 * relative path that something is. Words that are neither, and addresses, are none.
 */
export function pathsIn(target: string, isThere: (path: string) => boolean): string[] {
  const whole = target.trim();
  const pieces = whole.split(SEPARATORS).filter((piece) => !ADDRESS.test(piece));
  const paths = pieces.map(bareOf).filter((path) => path !== '' && (looksLikePath(path) || isThere(path)));
  const all = bareOf(whole);
  return [...new Set(!ADDRESS.test(whole) && pieces.length > 1 && isThere(all) ? [all, ...paths] : paths)];
}

const looksLikePath = (text: string): boolean => /[/\\]/.test(text) || /\.[\w-]+$/.test(text);

/** Without scheme, anchor, line number and what stands for the workspace itself. */
const bareOf = (piece: string): string =>
  piece
    .replace(/^(?:file|workspace):(?:\/\/)?/i, '')
    .replace(/#.*$/, '')
    .replace(/(?<=.):\d+(?::\d+)?$/, '')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');

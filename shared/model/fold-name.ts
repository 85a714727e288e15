/**
 * Equal for names that some file system takes for the same: other case, other Unicode form, `ß` and `ss`.
 * Upper before lower, because some letters have two small forms (σ and ς).
 */
export function foldName(name: string): string {
  if (isAscii(name)) return name.toLowerCase();
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** Almost all names are: normalising them is the costly part of a walk. */
// oxlint-disable-next-line no-control-regex
export const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

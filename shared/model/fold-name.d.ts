/**
 * Equal for names that some file system takes for the same: other case, other Unicode form, `ß` and `ss`.
 * Upper before lower, because some letters have two small forms (σ and ς).
 */
export declare function foldName(name: string): string;
/** Almost all names are: normalising them is the costly part of a walk. */
export declare const isAscii: (text: string) => boolean;

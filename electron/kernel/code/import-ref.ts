/** A module that is loaded together with a file. */
export interface ImportRef {
  /** As written: `a.b`, `..a`, `./x.js`. */
  module: string;
  /** Names taken from it (Python's `from a import b`): each may be a module of its own. */
  names: readonly string[];
}

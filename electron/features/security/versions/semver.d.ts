/** What is used of node-semver 7 (it brings no types). */
declare module 'semver' {
  interface Options {
    includePrerelease?: boolean;
    loose?: boolean;
  }
  const semver: {
    /** Null when it is none. */
    valid(version: string): string | null;
    validRange(range: string): string | null;
    compare(a: string, b: string): -1 | 0 | 1;
    prerelease(version: string): readonly (string | number)[] | null;
    satisfies(version: string, range: string, options?: Options): boolean;
  };
  export default semver;
}

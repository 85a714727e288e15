import type { Ecosystem } from '../../../../shared/model/security.ts';

/** How an ecosystem orders its versions and reads its ranges. A version or range that cannot be read allows nothing. */
export interface VersionScheme {
  ecosystem: Ecosystem;
  isValid(version: string): boolean;
  /** Below 0, 0 or above, as for sorting. Both must be valid. */
  compare(a: string, b: string): number;
  isPrerelease(version: string): boolean;
  /** Whether a requirement's range lets a version in; pre-releases are judged by their number, whoever asks has decided about them. */
  allows(range: string, version: string): boolean;
  /** Whether going from one to the other may break what is promised to be stable. */
  isMajor(from: string, to: string): boolean;
  /** One package under all its spellings. */
  nameKey: (name: string) => string;
}

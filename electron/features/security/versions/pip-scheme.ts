import {
  compareVersions,
  distributionKey,
  isPrerelease,
  parseSpecifiers,
  parseVersion,
  satisfies,
} from '../../../kernel/python/index.ts';
import type { VersionScheme } from './scheme.ts';

/** Versions and ranges of Python packages (PEP 440, PEP 503). The first number of a release is its major version. */
export const pipScheme: VersionScheme = {
  ecosystem: 'pip',
  isValid: (version) => parseVersion(version) !== null,
  compare(a, b) {
    const [left, right] = [parseVersion(a), parseVersion(b)];
    if (left === null || right === null) throw new RangeError(`${JSON.stringify(left === null ? a : b)} is no version`);
    return compareVersions(left, right);
  },
  isPrerelease(version) {
    const parsed = parseVersion(version);
    return parsed !== null && isPrerelease(parsed);
  },
  allows(range, version) {
    const specifiers = parseSpecifiers(range);
    return specifiers !== null && satisfies(version, specifiers);
  },
  isMajor(from, to) {
    const [left, right] = [parseVersion(from), parseVersion(to)];
    return left === null || right === null || left.epoch !== right.epoch || left.release[0] !== right.release[0];
  },
  nameKey: distributionKey,
};

import semver from 'semver';
import type { VersionScheme } from './scheme.ts';

/** Semantic versions, as npm reads them. In 0.x a new minor version breaks, as npm's `^` has it. */
export const npmScheme: VersionScheme = {
  ecosystem: 'npm',
  isValid: (version) => semver.valid(version) !== null,
  compare: (a, b) => semver.compare(a, b),
  isPrerelease: (version) => (semver.prerelease(version)?.length ?? 0) > 0,
  allows: (range, version) => semver.satisfies(version, range, { includePrerelease: true }),
  isMajor: (from, to) => !semver.satisfies(to, `^${from}`, { includePrerelease: true }),
  nameKey: (name) => name,
};

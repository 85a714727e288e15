/** Causes of which every door with a desktop shows a notification at once, as a piece of news. */
const NEWS: ReadonlySet<string> = new Set([
  'release-failed',
  'release-rolled-back',
  'recovered',
  'structure-refused',
  'audit-unlogged',
  'consensus-owed',
  'security-failed',
  'security-unchecked',
  'security-vulnerable',
  'error-recurring',
  'fix-taken-back',
  'held-set',
  'held-files',
]);

/**
 * Whether a door tells a cause on its desktop at the moment when it comes. The same fact is not told twice there: the desktop channel of
 * alerts leaves the first telling of such a cause to the door, and tells what comes after: that it got worse, reminders, its end.
 */
export const isToldAsNews = (cause: string, door: 'desktop' | 'terminal' | 'library'): boolean =>
  NEWS.has(cause) || (door === 'desktop' && cause.startsWith('approval-'));

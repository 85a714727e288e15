/** Compares `v0.3.1`-like versions: positive when `after` is higher. Null when one of them is no version. */
export function compareVersions(before: string, after: string): number | null {
  const from = numbersOf(before);
  const to = numbersOf(after);
  if (from === null || to === null) return null;
  for (let at = 0; at < Math.max(from.length, to.length); at += 1) {
    const step = (to[at] ?? 0) - (from[at] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

function numbersOf(version: string): number[] | null {
  const match = /^v?(\d{1,6}(?:\.\d{1,6}){1,3})$/.exec(version.trim());
  return match?.[1]?.split('.').map(Number) ?? null;
}

/** `v0.1.0 → v0.2.0`, as the logs write it. */
export const versionChange = (before: string | null, after: string | null): string => `${shown(before)} → ${shown(after)}`;

const shown = (version: string | null): string => (version === null ? 'none' : version.startsWith('v') ? version : `v${version}`);

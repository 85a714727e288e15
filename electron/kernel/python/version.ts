/** A version of PEP 440. Numbers are exact, however long: calendar versions can be. */
export interface Version {
  /** As it was written, without the white space around it. */
  text: string;
  epoch: bigint;
  release: readonly bigint[];
  pre: { phase: 'a' | 'b' | 'rc'; number: bigint } | null;
  post: bigint | null;
  dev: bigint | null;
  /** Lower case, parts joined by dots. */
  local: string | null;
}

const PATTERN =
  /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d+)?)?(?:-(?<post1>\d+)|[-_.]?(?<postWord>post|rev|r)[-_.]?(?<post2>\d+)?)?(?:[-_.]?(?<devWord>dev)[-_.]?(?<dev>\d+)?)?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;

const PHASES: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  a: 'a',
  alpha: 'a',
  b: 'b',
  beta: 'b',
  c: 'rc',
  rc: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/** Reads a version; null when it is none of PEP 440. */
export function parseVersion(written: string): Version | null {
  const text = written.trim();
  const groups = PATTERN.exec(text)?.groups;
  if (groups?.['release'] === undefined) return null;
  const phase = PHASES[groups['phase']?.toLowerCase() ?? ''];
  return {
    text,
    epoch: BigInt(groups['epoch'] ?? 0),
    release: groups['release'].split('.').map(BigInt),
    pre: phase === undefined ? null : { phase, number: BigInt(groups['pre'] ?? 0) },
    post: counted(groups['post1'] ?? groups['postWord'], groups['post1'] ?? groups['post2']),
    dev: counted(groups['devWord'], groups['dev']),
    local: groups['local']?.toLowerCase().replaceAll(/[-_]/g, '.') ?? null,
  };
}

const counted = (mark: string | undefined, number: string | undefined): bigint | null =>
  mark === undefined ? null : BigInt(number ?? 0);

/** Whether it is a pre-release or a development release. */
export const isPrerelease = ({ pre, dev }: Version): boolean => pre !== null || dev !== null;

/** The version without its local label. */
export const publicOf = (version: Version): Version => (version.local === null ? version : { ...version, local: null });

/** The normal form of a version: `v1.0-alpha` → `1.0a0`. */
export function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  const parts = [epoch === 0n ? '' : `${epoch}!`, release.join('.'), pre === null ? '' : `${pre.phase}${pre.number}`];
  parts.push(post === null ? '' : `.post${post}`, dev === null ? '' : `.dev${dev}`, local === null ? '' : `+${local}`);
  return parts.join('');
}

/** The order of PEP 440: negative when `a` comes before `b`. */
export function compareVersions(a: Version, b: Version): number {
  return (
    order(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    compareLists(preKey(a), preKey(b)) ||
    order(a.post ?? -1n, b.post ?? -1n) ||
    compareLists(devKey(a), devKey(b)) ||
    compareLocals(a.local, b.local)
  );
}

/** Compares release numbers; missing ones count as 0. */
export function compareReleases(a: readonly bigint[], b: readonly bigint[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = order(a[index] ?? 0n, b[index] ?? 0n);
    if (difference !== 0) return difference;
  }
  return 0;
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const RANKS = { a: 0n, b: 1n, rc: 2n } as const;

/** A bare development release comes before all pre-releases; a version without pre-release part after all of them. */
function preKey({ pre, post, dev }: Version): readonly bigint[] {
  if (pre !== null) return [RANKS[pre.phase], pre.number];
  return post === null && dev !== null ? [-1n] : [3n];
}

const devKey = ({ dev }: Version): readonly bigint[] => (dev === null ? [1n] : [0n, dev]);

function compareLists(a: readonly bigint[], b: readonly bigint[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = order(a[index] ?? 0n, b[index] ?? 0n);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareLocals(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const [left, right] = [a.split('.'), b.split('.')];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareLocalParts(left[index] ?? '', right[index] ?? '');
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Numbers come after words. */
function compareLocalParts(a: string, b: string): number {
  const [isLeft, isRight] = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (isLeft && isRight) return order(BigInt(a), BigInt(b));
  if (isLeft !== isRight) return isLeft ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

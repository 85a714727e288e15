import * as fc from 'fast-check';

/** Paths and names that lead out of a folder, into the machinery, or nowhere; and text that something may choke on. */
export const HOSTILE_STRINGS: readonly string[] = [
  '../outside/secret.txt',
  '../../../../../../etc/passwd',
  'libs/../../outside/secret.txt',
  '/etc/passwd',
  'link/secret.txt',
  'secret-link.txt',
  '..\\outside\\secret.txt',
  'C:\\Windows\\win.ini',
  '%2e%2e/outside/secret.txt',
  'libs/hub.py\0.txt',
  'file:///etc/passwd',
  '~/.ssh/id_rsa',
  '.nightguard/state.db',
  'nightguard.yaml',
  '.',
  '..',
  ' ',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "'; DROP TABLE releases; --",
  '%',
  '(a+)+$',
  '[',
  '$(touch ../outside/owned)',
  '`touch ../outside/owned`',
  '--upgrade',
  '{{constructor}}',
  '<img src=x onerror=alert(1)>',
  '\u202Egnp.exe',
  '\uD800',
  '한국어'.normalize('NFD'),
  'a'.repeat(512),
  'a'.repeat(4096),
];

export const HOSTILE_NUMBERS: readonly number[] = [0, -0, 1, 2, 3, 2 ** 31, 2 ** 32, 2 ** 53 - 1];

const cyclic = (): unknown => {
  const value: Record<string, unknown> = { id: 1 };
  value['self'] = value;
  return value;
};

/** What the structured clone of a taken-over page may carry, and what JSON cannot say. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    undefined,
    '\uD800',
    'x'.repeat(1_000_000),
    Array.from({ length: 100_000 }, () => 'x'),
    new Error('boom'),
    /(a+)+$/,
    new ArrayBuffer(8),
  ),
  fc
    .constantFrom(
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"path":{"__proto__":{"polluted":true}},"__proto__":null}',
    )
    .map((text): unknown => JSON.parse(text)),
  fc.constant(null).map(cyclic),
);

/** A value that fits, with something of it broken or added. */
export const brokenFrom = (fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(fitting, hostileValue, fc.nat(9)).map(([value, broken, at]) => {
    if (typeof value !== 'object' || value === null) return broken;
    const keys = Object.keys(value);
    const key = keys[at % (keys.length + 1)] ?? '__proto__';
    return Object.fromEntries([...Object.entries(value), [key, broken]]);
  });

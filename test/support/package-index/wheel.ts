import { createHash } from 'node:crypto';
import { distributionKey } from '../../../electron/kernel/python/names.ts';
import { zip } from './zip.ts';

export interface WheelOptions {
  name: string;
  version: string;
  /** `Requires-Dist` lines. */
  requires?: readonly string[];
  requiresPython?: string;
  /** Modules by path; without them one module of the package's name that has its version. */
  files?: Readonly<Record<string, string>>;
}

export interface Wheel {
  name: string;
  key: string;
  version: string;
  fileName: string;
  bytes: Buffer;
  sha256: string;
  requiresPython: string | null;
}

/** Builds a pure Python wheel (PEP 427). */
export function buildWheel({ name, version, requires = [], requiresPython, files }: WheelOptions): Wheel {
  const module = distributionKey(name).replaceAll('-', '_');
  const info = `${module}-${version}.dist-info`;
  const contents: Record<string, string> = {
    ...(files ?? { [`${module}/__init__.py`]: `__version__ = ${JSON.stringify(version)}\n` }),
    [`${info}/METADATA`]: [
      'Metadata-Version: 2.1',
      `Name: ${name}`,
      `Version: ${version}`,
      ...(requiresPython === undefined ? [] : [`Requires-Python: ${requiresPython}`]),
      ...extrasOf(requires).map((extra) => `Provides-Extra: ${extra}`),
      ...requires.map((requirement) => `Requires-Dist: ${requirement}`),
      '',
      `${name} for a test.`,
      '',
    ].join('\n'),
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: nightguard-test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  };
  const record = Object.entries(contents).map(
    ([path, text]) => `${path},sha256=${digest(text, 'base64url')},${Buffer.byteLength(text)}`,
  );
  const bytes = zip({ ...contents, [`${info}/RECORD`]: [...record, `${info}/RECORD,,`, ''].join('\n') });
  return {
    name,
    key: distributionKey(name),
    version,
    fileName: `${module}-${version}-py3-none-any.whl`,
    bytes,
    sha256: digest(bytes, 'hex'),
    requiresPython: requiresPython ?? null,
  };
}

const digest = (data: string | Uint8Array, encoding: 'hex' | 'base64url'): string =>
  createHash('sha256').update(data).digest(encoding);

const extrasOf = (requires: readonly string[]): string[] => [
  ...new Set(requires.flatMap((line) => /extra\s*==\s*["']([^"']+)["']/.exec(line)?.[1] ?? [])),
];

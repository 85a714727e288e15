import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewriteRequirements, type Pins } from '../../../../electron/features/security/apply/change/rewrite-requirements.ts';
import { parseRequirementsFile } from '../../../../electron/kernel/python/index.ts';

const MARKERS = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '6',
  platform_system: 'Linux',
  platform_version: '1',
  python_version: '3.11',
  python_full_version: '3.11.7',
  implementation_name: 'cpython',
  implementation_version: '3.11.7',
};
const HASH = 'a'.repeat(64);

function rewrite(bytes: Uint8Array, pins: Pins) {
  const parsed = parseRequirementsFile(bytes);
  if (!parsed.ok) throw new Error(parsed.message);
  return rewriteRequirements({ path: 'requirements.txt', bytes, parsed }, pins, MARKERS);
}
const text = (source: string, pins: Pins): string => {
  const result = rewrite(Buffer.from(source), pins);
  return result.ok ? Buffer.from(result.bytes).toString() : result.reason;
};
const pins = (from: string, to: string, hashes: string[] = []): Pins => new Map([['flask-x', { from, to, hashes }]]);

test.each([
  ['Flask_X==1.0', 'Flask_X==1.1'],
  [
    'flask.x [async, dotenv] == 1.0 ; python_version >= "3.8"  # web',
    'flask.x [async, dotenv] == 1.1 ; python_version >= "3.8"  # web',
  ],
  ['flask-x===1.0', 'flask-x===1.1'],
  ['flask-x==v1.0.0', 'flask-x==1.1'],
  ['flask-x (==1.0)', 'flask-x (==1.1)'],
  ['flask-x==1.0,!=1.0.5', 'flask-x==1.1,!=1.0.5'],
  ['flask-x \\\r\n  ==1.0', 'flask-x \\\r\n  ==1.1'],
])('%j becomes %j', (before, after) => expect(text(before, pins('1.0', '1.1'))).toBe(after));

test.each([
  'flask-x',
  'flask-x>=1.0',
  'flask-x~=1.0',
  'flask-x==1.*',
  'flask-x==0.9  # somebody will upgrade it',
  'flask-x==1.0; sys_platform == "win32"',
  'flask-x @ https://example.com/flask_x-1.0.tar.gz',
  '-e git+https://example.com/x.git#egg=flask-x',
  '# flask-x==1.0',
  'flask-xx==1.0',
])('%j stays as it is', (line) => expect(text(line, pins('1.0', '1.1'))).toBe(line));

test('all hashes are replaced, with the white space between them as it was', () => {
  const before = `flask-x==1.0 \\\r\n    --hash=sha256:${HASH} \\\r\n    --hash=sha256:${'b'.repeat(64)}\r\nother==2\r\n`;
  const after = ['c', 'd', 'e'].map((letter) => `    --hash=sha256:${letter.repeat(64)}`).join(' \\\r\n');
  expect(
    text(
      before,
      pins(
        '1.0',
        '1.1',
        ['c', 'd', 'e'].map((letter) => letter.repeat(64)),
      ),
    ),
  ).toBe(`flask-x==1.1 \\\r\n${after}\r\nother==2\r\n`);
});

test('without the hashes that a line asks for there is no rewrite at all', () => {
  expect(rewrite(Buffer.from(`flask-x==1.0 --hash=sha256:${HASH}\n`), pins('1.0', '1.1')).ok).toBe(false);
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    '# a comment ==1.0',
    '-r other.txt',
    '--no-binary :all:',
    '-e ./here',
    'https://example.com/a-1.0.zip',
    'x @ file:///y',
  ),
  fc
    .record({
      name: fc.constantFrom('flask-x', 'Flask_X', 'other', 'a.b'),
      extras: fc.constantFrom('', '[one]', ' [one, two]'),
      gap: fc.constantFrom('', ' ', '  '),
      specifier: fc.constantFrom('==1.0', '== 1.0', '>=1.0', '==1.0,!=1.2', '~=1.0', '==1.*', ''),
      marker: fc.constantFrom('', ' ; python_version > "3"', '; sys_platform == "win32"'),
      comment: fc.constantFrom('', '  # 한글 ==1.0'),
    })
    .map(({ name, extras, gap, specifier, marker, comment }) => `${name}${extras}${gap}${specifier}${marker}${comment}`),
);

test('every byte outside the changed versions stays', () => {
  fc.assert(
    fc.property(
      fc.array(line),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.boolean(),
      (lines, eol, isMarked, isUtf16) => {
        const source = lines.join(eol);
        const bytes = isUtf16 ? Buffer.from(`\uFEFF${source}`, 'utf16le') : Buffer.from(`${isMarked ? '\uFEFF' : ''}${source}`);
        const result = rewrite(bytes, pins('1.0', '1.0.7'));
        if (!result.ok) throw new Error(result.reason);
        // Taking the new version back gives the very file: nothing else has changed.
        const decoded = Buffer.from(result.bytes).toString(isUtf16 ? 'utf16le' : 'utf8');
        const back = decoded.replaceAll('1.0.7', '1.0');
        expect(Buffer.from(back, isUtf16 ? 'utf16le' : 'utf8').equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

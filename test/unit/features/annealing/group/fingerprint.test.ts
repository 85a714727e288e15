import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, keyOf } from '../../../../../electron/features/annealing/group/fingerprint.ts';
import { normaliseMessage } from '../../../../../electron/features/annealing/group/normalise-message.ts';
import type { ErrorEvent, ErrorFrame } from '../../../../../shared/model/annealing.ts';

const frame = (file: string, name: string, line = 1, own = true): ErrorFrame => ({
  file,
  line,
  column: null,
  endColumn: null,
  function: name,
  own,
  code: null,
});
const event = (type: string, message: string, frames = [frame('execution/a.py', 'fetch')]): ErrorEvent => ({
  at: 0,
  source: 'run',
  language: 'python',
  type,
  message,
  code: null,
  frames,
  links: [],
  subject: null,
  command: null,
  context: {},
});

/** Values that differ from one occurrence to the next. */
const values: Record<string, fc.Arbitrary<string>> = {
  number: fc.oneof(
    fc.nat().map(String),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.integer().map(String),
  ),
  uuid: fc.uuid(),
  hex: fc.nat().map((n) => `0x${n.toString(16)}`),
  time: fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') }).map((at) => at.toISOString()),
  path: fc
    .array(fc.stringMatching(/^[a-z][\w가-힣-]{0,8}$/), { minLength: 1, maxLength: 5 })
    .map((parts) => `/${parts.join('/')}.json`),
  quoted: fc.stringMatching(/^[ -&(-~가-힣]{1,30}$/).map((text) => `'${text.replaceAll(/['\\]/g, '')}'`),
  id: fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.nat()).map(([word, n]) => `${word}_${n}`),
  url: fc.webUrl(),
};

describe('the fingerprint', () => {
  for (const [name, value] of Object.entries(values)) {
    it(`is the same whatever the ${name} in the message`, () => {
      fc.assert(
        fc.property(value, value, (one, other) => {
          const message = (text: string): string => `could not load ${text} from the store`;
          expect(fingerprintOf(event('ValueError', message(one)))).toBe(fingerprintOf(event('ValueError', message(other))));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('is the same whatever the line numbers, and however deep a recursion went', () => {
    const deep = [frame('a.py', 'main', 3), ...Array.from({ length: 90 }, (_, n) => frame('a.py', 'walk', n + 1))];
    expect(fingerprintOf(event('E', 'm', deep))).toBe(
      fingerprintOf(event('E', 'm', [frame('a.py', 'main', 9), frame('a.py', 'walk', 1)])),
    );
  });

  it('does not see frames of others where the workspace has its own', () => {
    const own = frame('a.py', 'f');
    const there = frame('/usr/lib/python3/json/decoder.py', 'raw_decode', 3, false);
    expect(fingerprintOf(event('E', 'm', [own, there]))).toBe(fingerprintOf(event('E', 'm', [own])));
  });

  it('tells types, causes, places and codes apart', () => {
    const base = event('OSError', 'm');
    const others = [
      { ...base, type: 'PermissionError' },
      { ...base, message: 'quite another thing' },
      { ...base, frames: [frame('execution/b.py', 'fetch')] },
      { ...base, frames: [frame('execution/a.py', 'store')] },
      { ...base, code: 'ENOSPC' },
      { ...base, links: [{ relation: 'cause' as const, type: 'KeyError', message: "'a'", frames: [] }] },
    ];
    expect(new Set([base, ...others].map(fingerprintOf)).size).toBe(others.length + 1);
  });

  it('keeps what says the cause: error numbers, status codes and names in the code', () => {
    const differ = (type: string, one: string, other: string): void =>
      expect(normaliseMessage(type, one)).not.toBe(normaliseMessage(type, other));
    differ('OSError', '[Errno 28] write failed', '[Errno 5] write failed');
    differ('HTTPError', 'HTTP 429 for /a', 'HTTP 404 for /a');
    differ('ModuleNotFoundError', "No module named 'yaml'", "No module named 'requests'");
    differ('AttributeError', "'NoneType' object has no attribute 'get'", "'NoneType' object has no attribute 'group'");
    differ('Error', "Cannot find module './a'", "Cannot find module './b'");
  });

  it('reads messages that people know', () => {
    expect(normaliseMessage('FileNotFoundError', "[Errno 2] No such file or directory: '/path/to/trends.json'")).toBe(
      '[Errno 2] No such file or directory: <value>',
    );
    expect(normaliseMessage('KeyError', "'a'")).toBe(normaliseMessage('KeyError', '"b c"'));
    expect(normaliseMessage('Error', "can't read 5 of 10 MB, it isn't there")).toBe("can't read <n> of <n>, it isn't there");
  });

  it('takes an address for one, whatever marks it holds', () => {
    for (const url of ["http://a.aa/'x'", "https://a.aa/('')?q=`1`", "http://a.aa/''/b"])
      expect(normaliseMessage('ValueError', `could not load ${url} from the store`)).toBe('could not load <url> from the store');
    expect(normaliseMessage('ValueError', "see 'http://a.aa/x' and 'b'")).toBe('see <value> and <value>');
  });

  it('takes members of a group as a set', () => {
    const member = (message: string) => ({ relation: 'member' as const, type: 'ValueError', message, frames: [] });
    const group = (...messages: string[]): string =>
      fingerprintOf({ ...event('ExceptionGroup', 'x'), links: messages.map(member) });
    expect(group('a', 'b', 'b')).toBe(group('b', 'a'));
    expect(group('a')).not.toBe(group('a', 'b'));
  });

  it('never fails and never grows, whatever the message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(normaliseMessage('TypeError', text).length).toBeLessThanOrEqual(400);
      }),
    );
    const began = performance.now();
    for (const piece of ['/', "'", 'a1', '1,', 'a.', '-', '\\', 'a@', '0x', 'a/']) normaliseMessage('E', piece.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe('the key', () => {
  it('is type and failing function of the workspace’s own code', () => {
    expect(keyOf(event('KeyError', '', [frame('a.py', 'fetch'), frame('/lib/x.py', 'get', 1, false)]))).toBe('KeyError:fetch');
    expect(keyOf(event('KeyError', '', [frame('/lib/x.py', 'get', 1, false)]))).toBe('KeyError:get');
    expect(keyOf(event('KeyError', '', []))).toBe('KeyError:unknown');
  });
});

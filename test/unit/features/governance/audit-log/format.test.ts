import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legible } from '../../../../../electron/features/governance/audit-log/format/legible.ts';
import { normaliseEntry } from '../../../../../electron/features/governance/audit-log/format/render.ts';
import type { NewEntry } from '../../../../../electron/features/governance/audit-log/types.ts';
import { oracleVerdicts, oracleWrites } from '../../../../support/audit-oracle/ask-oracle.ts';
import { NOON, plainEntry, renderLog, walk } from './audit-room.ts';

/** Everything that has ever broken a line-based reader, in all mixtures. */
const nasty = fc.constantFrom(
  '"',
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '\r',
  '---',
  '\n---\n',
  ': ',
  '- ',
  '#',
  '"""',
  "'",
  '\t',
  '\0',
  '\x7f',
  '\x85',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\ud800',
  '\udc00',
  '\u202e',
  '한국어',
  '감사 로그',
  '🛡️',
  '👩‍👩‍👧',
  'e\u0301',
  'hash: "0123456789abcdef"',
  'prev_hash: "GENESIS"',
  'reasons:',
  '  - "x"',
  'timestamp: "2026-01-01T00:00:00Z"',
  '```',
  '[]',
  '{}',
  'null',
  '|',
  '>',
  '%',
  '&a *a',
  ' ',
  '',
);
const text = fc.oneof(
  fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const newEntry: fc.Arbitrary<NewEntry> = fc.record({
  type: fc.oneof(fc.constantFrom('blueprint-judgment', 'auto-enforcement'), text),
  target: text,
  result: fc.oneof(fc.constantFrom('Canonical', 'Dissolved'), text),
  reasons: fc.array(text, { maxLength: 4 }),
  notes: text,
});

describe('what Nightguard writes', () => {
  it('is accepted by the independent verifier whatever the values contain, read with or without escapes', () => {
    const logs = fc
      .sample(fc.array(newEntry, { minLength: 1, maxLength: 4 }), { numRuns: 3000, seed: 20260215 })
      .map((entries) => ({ count: entries.length, bytes: renderLog(entries.map((entry) => normaliseEntry(entry, NOON))) }));
    const bytes = logs.map((log) => log.bytes);
    const plain = oracleVerdicts(bytes);
    const unescaping = oracleVerdicts(bytes, true);
    const own = bytes.map(walk);
    logs.forEach(({ count }, index) => {
      expect(plain[index]).toMatchObject({ accepted: true, entries: count });
      expect(unescaping[index]).toMatchObject({ accepted: true, entries: count });
      expect(own[index]).toMatchObject({ breaks: [], entries: count, quirks: 0, hash: plain[index]?.head });
    });
  });

  it('reads back the very fields that were hashed', () => {
    fc.assert(
      fc.property(newEntry, (entry) => {
        const fields = normaliseEntry(entry, NOON);
        expect(walk(renderLog([fields])).found[0]?.fields).toEqual(fields);
      }),
    );
  });

  it('keeps Korean, emoji and punctuation as they are', () => {
    const plain = "한국어: 감사 — '따옴표' #1 🛡️ --- [x] {y} 100% & *";
    expect(legible(plain)).toBe(plain);
  });

  it('shows line breaks, quotes, backslashes and invisible marks as signs of their own', () => {
    expect(legible('a\r\nb\n"c"\\d\t\u202e\0')).toBe('a␤b␤＂c＂＼d␉⟦U+202E⟧␀');
  });

  it('cuts a very long value and says how much and of what', () => {
    const long = '가'.repeat(1_000_000);
    const short = legible(long);
    expect(short.length).toBeLessThan(8400);
    expect(short).toContain('991808 more, SHA-256 of all ');
    expect(walk(renderLog([normaliseEntry({ type: 'x', result: 'y', target: long }, NOON)])).breaks).toEqual([]);
  });
});

describe('what the original writes', () => {
  const safe = fc.string({
    unit: fc.constantFrom('a', 'B', ' ', ':', '#', '-', '한', '🛡', '/', '.', '\\', '"', "'"),
    maxLength: 20,
  });
  const line = fc.record({
    timestamp: fc.constant('2026-01-21T16:41:28Z'),
    type: fc.constantFrom('blueprint-judgment', 'judgment-dna'),
    target: safe,
    result: fc.constantFrom('Canonical', 'Non-Canonical'),
    reasons: fc.array(safe, { maxLength: 3 }),
    notes: safe,
  });

  it('verifies, also where quotes in values make its own verifier refuse it', () => {
    const logs = fc.sample(fc.array(line, { minLength: 1, maxLength: 4 }), { numRuns: 1000, seed: 7 });
    const bytes = oracleWrites(logs);
    const verdicts = oracleVerdicts(bytes);
    let refused = 0;
    bytes.forEach((log, index) => {
      const { breaks, quirks, found } = walk(log);
      expect(breaks).toEqual([]);
      // Where they differ it is for the one named reason, and the values come out as they went in.
      if (verdicts[index]?.accepted === false) {
        refused += 1;
        expect(quirks).toBeGreaterThan(0);
      } else expect(quirks).toBe(0);
      expect(found).toHaveLength(logs[index]?.length ?? -1);
    });
    expect(refused).toBeGreaterThan(100);
  });

  it('verifies with line breaks in reasons and notes', () => {
    const [log] = oracleWrites([
      [{ ...plainEntry('x'), reasons: ['first\nsecond: "b"', 'c'], notes: 'one\n\ntwo' }, plainEntry('y')],
    ]);
    const { breaks, quirks, found } = walk(log as Buffer);
    expect({ breaks, quirks }).toEqual({ breaks: [], quirks: 1 });
    expect(found[0]?.fields).toMatchObject({ reasons: ['first\nsecond: "b"', 'c'], notes: 'one\n\ntwo' });
  });

  it('verifies with carriage returns in values, which are not the line ends of the file', () => {
    const values = { ...plainEntry('a\rb'), reasons: ['one\r\ntwo', '\r'], notes: 'three\rfour' };
    const [log] = oracleWrites([[values, plainEntry('y')]]);
    const { breaks, quirks, found } = walk(log as Buffer);
    expect({ breaks, quirks }).toEqual({ breaks: [], quirks: 1 });
    expect(found[0]?.fields).toEqual(values);
  });

  it('verifies below a header with front matter, a sample in a code block and a ruler, and with CRLF', () => {
    const header =
      '---\ndescription: 감사 로그\n---\n# Log\n\n```yaml\n---\ntimestamp: "YYYY"\ntype: a | b\nreasons:\n  - "..."\n---\n```\n\n---\n\n';
    const log = renderLog([plainEntry('a'), plainEntry('나')], header);
    for (const bytes of [
      log,
      Buffer.from(log.toString().replaceAll('\n', '\r\n')),
      Buffer.from(log.toString().replaceAll('\n', '\r')),
      Buffer.from(`\ufeff${log.toString().replaceAll('\n', '\r\n')}`),
    ]) {
      expect(oracleVerdicts([bytes])[0]).toMatchObject({ accepted: true, entries: 2 });
      expect(walk(bytes)).toMatchObject({ breaks: [], entries: 2 });
    }
  });
});

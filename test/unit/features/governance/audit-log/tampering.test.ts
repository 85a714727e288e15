import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockScanner } from '../../../../../electron/features/governance/audit-log/chain/block-scanner.ts';
import type { BreakRule } from '../../../../../electron/features/governance/audit-log/types.ts';
import { oracleVerdicts } from '../../../../support/audit-oracle/ask-oracle.ts';
import { plainEntry, renderLog, walk } from './audit-room.ts';

/** Rules by which Nightguard refuses what the original lets pass. */
const STRICTER: readonly BreakRule[] = [
  'hash-missing',
  'duplicate-key',
  'unhashed-line',
  'entry-incomplete',
  'entry-outside-fences',
  'unclosed-block',
  'not-utf8',
];

/** Both agree, or we refuse by a named rule. Returns how often we were the stricter one. */
function compare(logs: readonly Buffer[]): number {
  const verdicts = oracleVerdicts(logs);
  let stricter = 0;
  logs.forEach((bytes, index) => {
    const { breaks, quirks } = walk(bytes);
    const accepted = breaks.length === 0;
    const theirs = verdicts[index]?.accepted;
    if (accepted === theirs) return;
    const explained = theirs ? breaks.every(({ rule }) => STRICTER.includes(rule)) : quirks > 0;
    expect(
      explained,
      `${JSON.stringify(bytes.toString('latin1'))}: ours ${JSON.stringify(breaks)}, theirs ${JSON.stringify(verdicts[index])}`,
    ).toBe(true);
    if (theirs === true) stricter += 1;
  });
  return stricter;
}

const small = renderLog(
  [plainEntry('가/DNA.md'), plainEntry('b', { reasons: ['x: y', '- z'], notes: 'n' }), plainEntry('c', { reasons: [] })],
  '# Log\n\n',
);
const blocksOf = (log: Buffer): Buffer[] => walk(log).found.map(({ spanOffset, end }) => log.subarray(spanOffset, end));

describe('tampering with a log', () => {
  it('is judged as the independent verifier does for every flip of a single bit, or more strictly by a named rule', () => {
    const flips = [...small.keys()].flatMap((at) =>
      [1, 2, 4, 8, 16, 32, 64, 128].map((bit) => {
        const copy = Buffer.from(small);
        copy[at] = (copy[at] ?? 0) ^ bit;
        return copy;
      }),
    );
    expect(compare(flips)).toBeGreaterThan(0);
    const unnoticed = flips.filter((bytes) => walk(bytes).breaks.length === 0);
    // What the format alone cannot see: white space, the quotes around values, prose. The database's spans see those (see below).
    expect(unnoticed.length).toBeLessThan(flips.length * 0.05);
    const sound = JSON.stringify(walk(small).found.map(({ fields }) => fields));
    for (const bytes of unnoticed) expect(JSON.stringify(walk(bytes).found.map(({ fields }) => fields))).toBe(sound);
  });

  it('is judged the same with any other byte in any place, and when it is cut off at any byte', () => {
    const others = fc.sample(fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 12, maxLength: 12 }), {
      numRuns: small.length,
      seed: 17,
    });
    const changed = others.flatMap((offsets, at) =>
      offsets.map((by) => {
        const copy = Buffer.from(small);
        copy[at] = ((copy[at] ?? 0) + by) % 256;
        return copy;
      }),
    );
    compare([...changed, ...[...small.keys()].map((length) => small.subarray(0, length))]);
  });

  it('is judged the same for structures thrown together from the format’s own pieces', () => {
    const [first, second, third] = blocksOf(small).map(String) as [string, string, string];
    const piece = fc.constantFrom(
      first,
      second,
      third,
      '---',
      '---\n',
      '\n',
      '\n\n',
      '--- \n',
      '---\t\n',
      ' ---\n',
      '----\n',
      '---\u00a0\n',
      '---\u3000x\n',
      '\r',
      '\r\n',
      'text\n',
      '# c\n',
      'hash: "0"\n',
      'prev_hash: "GENESIS"\n',
      'timestamp: x\n',
      'type: y\n',
      '\u2028',
      '\x0b',
      '\x1c\n',
      '\ufeff',
      '```\n',
      'reasons:\n',
      '  - "a"\n',
      'key: v\n',
      '\x85',
    );
    const logs = fc
      .sample(fc.array(piece, { maxLength: 9 }), { numRuns: 6000, seed: 3 })
      .map((pieces) => Buffer.from(pieces.join('')));
    compare(logs);
  });

  it('is judged the same for logs with a stretch cut out, doubled or overwritten', () => {
    const edit = fc.tuple(
      fc.nat(small.length),
      fc.nat(40),
      fc.constantFrom('cut', 'double', 'overwrite'),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
    );
    const logs = fc.sample(edit, { numRuns: 3000, seed: 11 }).map(([at, length, how, bytes]) => {
      const [before, middle, after] = [small.subarray(0, at), small.subarray(at, at + length), small.subarray(at + length)];
      if (how === 'cut') return Buffer.concat([before, after]);
      return Buffer.concat(
        how === 'double' ? [before, middle, middle, after] : [before, bytes, small.subarray(at + bytes.length)],
      );
    });
    compare(logs);
  });

  it('is seen and located when an entry is removed, two change places, or two logs are spliced', () => {
    const log = renderLog(['a', 'b', 'c', 'd'].map((name) => plainEntry(name)));
    const other = renderLog(['a', 'x', 'y', 'z'].map((name) => plainEntry(name)));
    const [a, b, c, d] = blocksOf(log) as [Buffer, Buffer, Buffer, Buffer];
    const offset = a.length + 1;
    const first = (bytes: Buffer): unknown => walk(bytes).breaks[0];
    expect(first(Buffer.concat([a, c, d]))).toMatchObject({ rule: 'chain-broken', entry: 2, offset });
    expect(first(Buffer.concat([b, c, d]))).toMatchObject({ rule: 'chain-broken', entry: 1, offset: 1 });
    expect(first(Buffer.concat([a, c, b, d]))).toMatchObject({ rule: 'chain-broken', entry: 2, offset });
    expect(first(Buffer.concat([a, b, blocksOf(other)[2] as Buffer]))).toMatchObject({ rule: 'chain-broken', entry: 3 });
    expect(first(Buffer.concat([log, other]))).toMatchObject({ rule: 'chain-broken', entry: 5, offset: log.length });
  });

  it('is seen when lines that the hash does not cover are put into an entry', () => {
    const log = renderLog([plainEntry('a')]).toString();
    const rules = (text: string): string[] => walk(Buffer.from(text)).breaks.map(({ rule }) => rule);
    expect(rules(log.replace('reasons:', 'approved_by: "root"\nreasons:'))).toEqual(['unhashed-line']);
    expect(rules(log.replace('type:', 'type: forged\ntype:'))).toEqual(['duplicate-key']);
    expect(rules(log.replace(/hash: "[0-9a-f]{16}"\n---/, '---'))).toEqual(['hash-missing']);
    expect(rules(log.replace('\n---\n\n', '\n--\n\n'))).toEqual(['entry-outside-fences', 'unclosed-block']);
  });

  it('reads the same whatever the size of the chunks that it comes in', () => {
    const pieces = fc.sample(fc.integer({ min: 1, max: 40 }), { numRuns: 60, seed: 5 });
    const seen = (size: number, bytes: Buffer): string => {
      const blocks: string[] = [];
      const scanner = new BlockScanner({
        block: ({ offset, end, content }) => blocks.push(`${offset} ${end} ${content.toString()}`),
        tooLong: () => undefined,
      });
      for (let at = 0; at < bytes.length; at += size) scanner.feed(bytes.subarray(at, at + size));
      return JSON.stringify([blocks, scanner.end().opened]);
    };
    for (const bytes of [
      small,
      Buffer.from(small.toString().replaceAll('\n', '\r\n')),
      Buffer.from(small.toString().replaceAll('---\n', '---\u3000\r')),
    ]) {
      for (const size of pieces) expect(seen(size, bytes)).toBe(seen(bytes.length, bytes));
    }
  });
});

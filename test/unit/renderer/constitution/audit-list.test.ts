import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_CACHE,
  entryAt,
  missingPages,
  PAGE,
  requestOf,
  withAnswer,
  type EntryCache,
} from '../../../../renderer/features/constitution/audit/entry-cache.ts';
import { lineAt, lineOf, placeBreaks, textsOf } from '../../../../renderer/features/constitution/audit/place-breaks.ts';
import { BROKEN_LOG, createAuditLog } from '../../../support/fake-panel-main/audit-fixtures.ts';

const ALL = { text: '', type: null, result: null };
const ask = (cache: EntryCache, entries: number, offset: number, limit: number): EntryCache =>
  withAnswer(cache, offset, createAuditLog(entries)({ ...ALL, offset, limit }));

function settle(cache: EntryCache, entries: number, first: number, last: number): EntryCache {
  return missingPages(cache, first, last).reduce((known, page) => {
    const { offset, limit } = requestOf(page, cache.total ?? 0);
    return ask(known, entries, offset, limit);
  }, cache);
}

describe('the entries that were fetched', () => {
  it('are at their places, whatever parts were asked for in whatever order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.array(fc.nat(1999), { maxLength: 6 }), (total, places) => {
        let cache = ask(EMPTY_CACHE, total, 0, PAGE);
        for (const place of places) cache = settle(cache, total, place - 5, place + 20);
        for (const place of places.filter((one) => one < total)) expect(entryAt(cache, place)?.number).toBe(total - place);
      }),
      { numRuns: 40 },
    );
  });

  it('stay known when newer entries arrive above them', () => {
    const before = settle(ask(EMPTY_CACHE, 1000, 0, PAGE), 1000, 600, 620);
    const after = ask(before, 1007, 0, PAGE);
    expect(entryAt(after, 607)?.number).toBe(400);
    expect(missingPages(after, 0, 180)).toEqual([]);
    expect(missingPages(after, 607, 627)).toEqual([]);
  });

  it('are forgotten when the log has become shorter: it is another log', () => {
    const known = settle(ask(EMPTY_CACHE, 1000, 0, PAGE), 1000, 600, 620);
    expect(entryAt(ask(known, 500, 0, PAGE), 450)).toBeUndefined();
  });

  it('are asked for in pages that fit the contract, and never before the oldest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (total, place) => {
        const cache = { ...EMPTY_CACHE, total };
        for (const page of missingPages(cache, place, place + 30)) {
          const { offset, limit } = requestOf(page, total);
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(limit).toBeGreaterThan(0);
          expect(limit).toBeLessThanOrEqual(PAGE);
          expect(offset + limit).toBeLessThanOrEqual(total);
        }
      }),
    );
  });
});

describe('the lines of broken links', () => {
  const placed = placeBreaks(BROKEN_LOG.breaks, BROKEN_LOG.entries);

  it('stand below the entry that each blames, and one that blames none has no line', () => {
    expect(placed.map(({ fault, after }) => [fault.number, after])).toEqual([
      [8001, 3999],
      [8000, 4000],
    ]);
    expect(lineOf(BROKEN_LOG.breaks[2] ?? expect.fail('The fixture has three breaks.'), placed)).toBeNull();
  });

  it('take nothing from the entries: every entry and every break has exactly one line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(80), { maxLength: 12 }), (total, numbers) => {
        const breaks = numbers.map(
          (number, offset) => ({ ...BROKEN_LOG.breaks[0], number, offset }) as (typeof placed)[0]['fault'],
        );
        const own = placeBreaks(breaks, total);
        const lines = Array.from({ length: total + breaks.length }, (_, line) => lineAt(line, own));
        expect(lines.flatMap((line) => ('entry' in line ? line.entry : []))).toEqual(Array.from({ length: total }, (_, n) => n));
        for (const fault of breaks) expect(lines[lineOf(fault, own) ?? -1]).toEqual({ fault });
      }),
    );
  });

  it('have words and advice for a rule that is not known, too', () => {
    expect(textsOf('something-new')).toEqual({ rule: 'other', advice: 'content' });
    expect(textsOf('constructor').rule).toBe('other');
    expect(textsOf('segment-missing')).toEqual({ rule: 'segment-missing', advice: 'file' });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnvelope, readJson } from '../../../../../electron/features/annealing/ingest/envelope.ts';
import { readSentryEvent } from '../../../../../electron/features/annealing/ingest/sentry-event.ts';

const EVENT =
  '{"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","exception":{"values":[{"type":"E","value":"v","stacktrace":{"frames":[{"function":"f","lineno":1}]}}]}}';
const REAL = Buffer.from(
  `{"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","dsn":"http://a@127.0.0.1/1"}\n{"type":"event","length":${EVENT.length}}\n${EVENT}\n{"type":"attachment","length":3}\n\n\n\n\n`,
);

describe('envelopes that are mutilated', () => {
  it('are read or refused, never a crash, and never more bytes than came', () => {
    const mutation = fc.tuple(fc.nat(REAL.length), fc.nat(30), fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
        let bytes = REAL;
        for (const [at, cut, put] of mutations) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);
        const envelope = readEnvelope(bytes);
        if (!envelope.ok) {
          expect(envelope.reason).not.toBe('');
          return;
        }
        expect(envelope.items.reduce((sum, { payload }) => sum + payload.length, 0)).toBeLessThanOrEqual(bytes.length);
        for (const { payload } of envelope.items) readSentryEvent(readJson(payload));
      }),
      { numRuns: 3000 },
    );
  });

  it('hold events of any shape', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c) => {
        for (const value of [
          a,
          { exception: a, tags: b, level: c },
          { exception: { values: [a, { stacktrace: b, mechanism: c }] } },
          { exception: [{ stacktrace: { frames: [a, b] }, value: c }] },
        ]) {
          const read = readSentryEvent(value);
          if (read !== null) expect(read.error.type.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

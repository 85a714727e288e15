import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonArrayScanner, type ScanResult } from '../../../../electron/kernel/json-array-scan.ts';

function scan(bytes: Uint8Array, sliceLength = bytes.length + 1): ScanResult {
  const scanner = new JsonArrayScanner();
  for (let at = 0; at < bytes.length; at += sliceLength) scanner.push(bytes.subarray(at, at + sliceLength));
  return scanner.end();
}

function isArrayForJavaScript(bytes: Uint8Array): boolean {
  try {
    return Array.isArray(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return false;
  }
}

test('says the same as JSON.parse of every array, whole or damaged, however it is sliced', () => {
  const damage = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('none', 'cut', 'drop', 'put'),
    byte: fc.integer({ min: 0, max: 255 }),
    slice: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), damage, (value, indent, { at, kind, byte, slice }) => {
      const whole = Buffer.from(JSON.stringify(value, null, indent));
      const place = at % whole.length;
      const bytes = {
        none: whole,
        cut: whole.subarray(0, place),
        drop: Buffer.concat([whole.subarray(0, place), whole.subarray(place + 1)]),
        put: Buffer.concat([whole.subarray(0, place), Buffer.from([byte]), whole.subarray(place)]),
      }[kind];
      expect(scan(bytes, slice).ok).toBe(isArrayForJavaScript(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('finds the end of the last element and the closing bracket', () => {
  const text = ' [ {"a]": "\\"]"} , [1] \n ] \n';
  expect(scan(Buffer.from(text), 3)).toEqual({
    ok: true,
    layout: { insertAt: text.indexOf('[1]') + 3, closeAt: text.lastIndexOf(']'), empty: false },
  });
  expect(scan(Buffer.from('[ ]'))).toEqual({ ok: true, layout: { insertAt: 1, closeAt: 2, empty: true } });
});

test.each([
  ['[\n1,\n]', 'line 3: a value was expected'],
  ['[\n{"a" 1}]', 'line 2: a colon was expected'],
  ['{}', 'line 1: not an array'],
  ['[1', 'line 1: the file ends before the array does'],
  ['[01]', 'line 1: 01 is no number'],
])('names line and reason of %j', (text, reason) => {
  expect(scan(Buffer.from(text))).toEqual({ ok: false, reason });
});

import { hash } from 'node:crypto';
import type { EntryFields } from '../types.ts';

/** What stands in the place of the hash before the first one. */
export const GENESIS = 'GENESIS';

/**
 * The JSON that is hashed, character for character as Python's `json.dumps(…, sort_keys=True, ensure_ascii=False)` writes it.
 * JSON.stringify escapes one string in the same way (lone surrogates aside, which no UTF-8 file can hold); the separators differ.
 */
export function canonicalJson({ notes, reasons, result, target, timestamp, type }: EntryFields, previous: string): string {
  const head = `{"notes": ${text(notes)}, "prev_hash": ${text(previous)}, "reasons": [${reasons.map(text).join(', ')}]`;
  return `${head}, "result": ${text(result)}, "target": ${text(target)}, "timestamp": ${text(timestamp)}, "type": ${text(type)}}`;
}

/** Most texts need no escape: asking is cheaper than JSON.stringify. */
const text = (value: string): string => (NEEDS_CARE.test(value) ? JSON.stringify(value) : `"${value}"`);
// oxlint-disable-next-line no-control-regex
const NEEDS_CARE = /["\\\x00-\x1f\ud800-\udfff]/;

/** The hash of AUDIT_LOG.md: 16 hex digits. */
export const entryHash = (canonical: string, previous: string): string =>
  hash('sha256', `${previous}|${canonical}`, 'hex').slice(0, 16);

/** The chain beside it, of whole SHA-256 hashes over the same content. */
export const fullHash = (canonical: string, previousFull: string): string =>
  hash('sha256', `${previousFull}|${canonical}`, 'hex');

import { hash } from 'node:crypto';
import type { EntryFields } from '../types.ts';

/** What stands in the place of the hash before the first one. */
export const GENESIS = 'GENESIS';

/**
 * The JSON that is hashed, character for character as Python's `json.dumps(…, sort_keys=True, ensure_ascii=False)` writes it.
 * JSON.stringify escapes one string in the same way (lone surrogates aside, which no UTF-8 file can hold); the separators differ.
 */
export function canonicalJson(fields: EntryFields, previous: string): string {
  const { notes, reasons, result, target, timestamp, type } = fields;
  const list = reasons.map((reason) => JSON.stringify(reason)).join(', ');
  return `{"notes": ${JSON.stringify(notes)}, "prev_hash": ${JSON.stringify(previous)}, "reasons": [${list}], "result": ${JSON.stringify(result)}, "target": ${JSON.stringify(target)}, "timestamp": ${JSON.stringify(timestamp)}, "type": ${JSON.stringify(type)}}`;
}

/** The hash of AUDIT_LOG.md: 16 hex digits. */
export const entryHash = (canonical: string, previous: string): string =>
  hash('sha256', `${previous}|${canonical}`, 'hex').slice(0, 16);

/** The chain beside it, of whole SHA-256 hashes over the same content. */
export const fullHash = (canonical: string, previousFull: string): string =>
  hash('sha256', `${previousFull}|${canonical}`, 'hex');

import { canonicalJson, entryHash } from '../format/canonical.ts';
import { universalNewlines } from '../format/python-text.ts';
import { readAsWritten } from '../format/read-as-written.ts';
import type { BlockReading } from '../format/read-block.ts';
import type { BreakRule, EntryFields } from '../types.ts';

interface Fault {
  rule: BreakRule;
  detail: string;
}

export interface JudgedEntry {
  fields: EntryFields;
  previous: string;
  canonical: string;
  /** What the next entry has to follow. */
  hash: string;
  quirk: boolean;
  faults: readonly Fault[];
}

/** Whether an entry is what its hash says and follows `expected`, the hash of the one before it. `content`: its bytes, line ends as they are. */
export function judgeEntry(content: Buffer, reading: BlockReading, expected: string): JudgedEntry {
  const faults: Fault[] = [];
  const previous = reading.values.prev_hash ?? '';
  const stored = reading.values.hash ?? '';
  if (previous !== expected) {
    faults.push({ rule: 'chain-broken', detail: `it follows ${quoted(previous)}, the entry before it is ${quoted(expected)}` });
  }
  const fields = fieldsOf(reading);
  const canonical = canonicalJson(fields, previous);
  const computed = entryHash(canonical, previous);
  if (stored !== computed && stored !== '') {
    const written = asWritten(content.toString('utf8'), previous, stored);
    if (written !== null) return { ...written, previous, hash: stored, quirk: true, faults };
    faults.push({ rule: 'hash-mismatch', detail: `its hash is ${quoted(stored)}, its content gives ${quoted(computed)}` });
  }
  blameLayout(reading, stored, faults);
  return { fields, previous, canonical, hash: stored === '' ? computed : stored, quirk: false, faults };
}

/** What the original lets pass. */
function blameLayout({ duplicate, unhashed }: BlockReading, stored: string, faults: Fault[]): void {
  if (stored === '') faults.push({ rule: 'hash-missing', detail: 'it has no hash of its own' });
  if (duplicate !== null) faults.push({ rule: 'duplicate-key', detail: `${duplicate} is given twice` });
  if (unhashed !== null)
    faults.push({ rule: 'unhashed-line', detail: `a line that the hash does not cover: ${quoted(unhashed)}` });
}

/** The values before the original escaped them, when the hash proves that they were these. */
function asWritten(text: string, previous: string, stored: string): Pick<JudgedEntry, 'fields' | 'canonical'> | null {
  // A carriage return may belong to a value, or to every line since the file went through another system.
  for (const content of new Set([text, universalNewlines(text)])) {
    const fields = readAsWritten(content.replace(/\n$/, ''));
    if (fields === null) continue;
    const canonical = canonicalJson(fields, previous);
    if (entryHash(canonical, previous) === stored) return { fields, canonical };
  }
  return null;
}

const fieldsOf = ({ values, reasons }: BlockReading): EntryFields => ({
  timestamp: values.timestamp ?? '',
  type: values.type ?? '',
  target: values.target ?? '',
  result: values.result ?? '',
  reasons: reasons ?? [],
  notes: values.notes ?? '',
});

const quoted = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);

import { pythonStrip, stripQuotes } from './python-text.ts';

/** The contents of a `---` block, read line by line as the original does. */
export interface BlockReading {
  values: Record<BlockKey, string | undefined>;
  reasons: string[] | null;
  /** A key that was given twice: the original takes the last. */
  duplicate: string | null;
  /** A line that says something which the hash does not cover. */
  unhashed: string | null;
}

export type BlockKey = 'timestamp' | 'type' | 'target' | 'result' | 'notes' | 'prev_hash' | 'hash';
const KEYS: ReadonlySet<string> = new Set<BlockKey>(['timestamp', 'type', 'target', 'result', 'notes', 'prev_hash', 'hash']);
const isKey = (name: string): name is BlockKey => KEYS.has(name);
const noValues = (): BlockReading['values'] => ({
  timestamp: undefined,
  type: undefined,
  target: undefined,
  result: undefined,
  notes: undefined,
  prev_hash: undefined,
  hash: undefined,
});

/** Reads the lines between two fences. Never fails: what is no entry has no fields. */
export function readBlock(content: string): BlockReading {
  const reading: BlockReading = { values: noValues(), reasons: null, duplicate: null, unhashed: null };
  for (let start = 0; start < content.length;) {
    const found = content.indexOf('\n', start);
    const end = found === -1 ? content.length : found;
    const line = pythonStrip(content.slice(start, end));
    if (line !== '') readLine(reading, line);
    start = end + 1;
  }
  return reading;
}

function readLine(reading: BlockReading, line: string): void {
  if (line.startsWith('-')) {
    if (reading.reasons === null) reading.unhashed ??= line;
    else reading.reasons.push(stripQuotes(pythonStrip(line.slice(1))));
    return;
  }
  const colon = line.indexOf(':');
  if (colon === -1 || line.startsWith('#')) {
    reading.unhashed ??= line;
    return;
  }
  readPair(reading, pythonStrip(line.slice(0, colon)), line.slice(colon + 1), line);
}

function readPair(reading: BlockReading, name: string, rest: string, line: string): void {
  if (name === 'reasons') {
    if (reading.reasons !== null) reading.duplicate ??= name;
    if (pythonStrip(rest) !== '') reading.unhashed ??= line;
    reading.reasons = [];
  } else if (isKey(name)) {
    if (reading.values[name] !== undefined) reading.duplicate ??= name;
    reading.values[name] = stripQuotes(pythonStrip(rest));
  } else {
    reading.unhashed ??= line;
  }
}

/** An entry by the original's rule: it has timestamp, type and (hash or prev_hash). */
export const isEntry = ({ values }: BlockReading): boolean =>
  values.timestamp !== undefined && values.type !== undefined && bearsChain(values);

/** Whether a block holds a link of the chain, entry or not. */
export const bearsChain = (values: BlockReading['values']): boolean =>
  values.hash !== undefined || values.prev_hash !== undefined;

/** Whether prose holds a line that belongs into an entry: what is left of one whose fence is gone. */
export const holdsChainLine = (text: string): boolean => CHAIN_LINE.test(text);
// oxlint-disable-next-line no-control-regex
const CHAIN_LINE = /^[\s\x1c-\x1f\x85]*(?:prev_)?hash[\s\x1c-\x1f\x85]*:/m;

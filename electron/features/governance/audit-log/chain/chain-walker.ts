import { isUtf8 } from 'node:buffer';
import { createHash, hash, type Hash } from 'node:crypto';
import { fullHash, GENESIS } from '../format/canonical.ts';
import { universalNewlines } from '../format/python-text.ts';
import { bearsChain, holdsChainLine, isEntry, readBlock, type BlockReading } from '../format/read-block.ts';
import type { Break, BreakRule, EntryFields } from '../types.ts';
import { BlockScanner, type ScannedBlock } from './block-scanner.ts';
import { judgeEntry } from './judge-entry.ts';

/** An entry as the walk found it, sound or not. */
export interface WalkedEntry {
  position: number;
  offset: number;
  end: number;
  /** Where its span begins: the end of the entry before it (0 for the first). */
  spanOffset: number;
  /** SHA-256 over every byte from there to its end, so that nothing in the file is without a witness. */
  span: Buffer;
  fields: EntryFields;
  previous: string;
  hash: string;
  full: string;
  /** The values had to be read as the original wrote them; its own verifier refuses such an entry. */
  quirk: boolean;
}

export interface WalkOptions {
  segment: number;
  file: string;
  /** The full chain's value before the first entry; `GENESIS` for the first segment. */
  full: string;
  /** Only what the format knows: `full` and `span` of the entries stay as they are at the start. For logs that no database knows. */
  formatOnly?: boolean;
  onEntry: (entry: WalkedEntry) => void;
  onBreak: (fault: Break) => void;
}

export interface WalkEnd {
  entries: number;
  bytes: number;
  hash: string;
  full: string;
  /** Where the last entry ends. */
  end: number;
  quirks: number;
}

/** Follows the chain through one file's bytes, in constant memory. */
export class ChainWalker {
  readonly #options: WalkOptions;
  readonly #scanner: BlockScanner;
  #bytes = 0;
  #position = 0;
  #quirks = 0;
  #hash = GENESIS;
  #full: string;
  #end = 0;
  /** Blocks that are no entries (front matter, a sample) belong to the span of the next entry. */
  #longSpan: Hash | null = null;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#full = options.full;
    this.#scanner = new BlockScanner({
      block: (block) => this.#block(block),
      tooLong: (offset) => this.#fault('block-too-long', null, offset, 'more text without a closing fence than any entry has'),
    });
  }

  feed(chunk: Buffer): void {
    this.#bytes += chunk.length;
    this.#scanner.feed(chunk);
  }

  finish(): WalkEnd {
    const rest = this.#scanner.end();
    this.#prose(rest.text, rest.offset);
    if (rest.opened !== null)
      this.#fault('unclosed-block', null, rest.opened, 'a --- that is never closed: an entry after it would not be seen');
    const { hash, full, end } = { hash: this.#hash, full: this.#full, end: this.#end };
    return { entries: this.#position, bytes: this.#bytes, hash, full, end, quirks: this.#quirks };
  }

  #block(block: ScannedBlock): void {
    this.#prose(block.gap, block.gapOffset);
    const text = this.#decode(block.content, block.offset);
    const reading = text === null ? null : readBlock(text);
    if (text !== null && reading !== null && isEntry(reading)) {
      this.#entry(block, reading);
      return;
    }
    if (this.#options.formatOnly !== true) this.#longSpan = (this.#longSpan ?? createHash('sha256')).update(block.span);
    if (reading !== null && bearsChain(reading.values))
      this.#fault('entry-incomplete', null, block.offset, 'a block with a hash, but without timestamp or type');
  }

  #prose(bytes: Buffer, offset: number): void {
    if (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0a)) return;
    const text = this.#decode(bytes, offset);
    if (text !== null && text.length > 6 && holdsChainLine(text)) {
      this.#fault('entry-outside-fences', null, offset, 'lines of an entry outside of any --- block');
    }
  }

  #decode(bytes: Buffer, offset: number): string | null {
    const text = bytes.toString('utf8');
    // Decoding puts this sign where it fails; a text may hold it in its own right.
    if (!text.includes('\ufffd') || isUtf8(bytes)) return universalNewlines(text);
    this.#fault('not-utf8', null, offset, 'bytes that are no UTF-8 text');
    return null;
  }

  #entry(block: ScannedBlock, reading: BlockReading): void {
    this.#position += 1;
    const { fields, previous, canonical, hash: own, quirk, faults } = judgeEntry(block.content, reading, this.#hash);
    for (const { rule, detail } of faults) this.#fault(rule, this.#position, block.offset, detail);
    if (quirk) this.#quirks += 1;
    if (this.#options.formatOnly !== true) this.#full = fullHash(canonical, this.#full);
    const span = this.#spanUpTo(block);
    const { offset, end } = block;
    const place = { position: this.#position, offset, end, spanOffset: this.#end };
    this.#hash = own;
    this.#end = end;
    this.#options.onEntry({ ...place, span, fields, previous, hash: own, full: this.#full, quirk });
  }

  #spanUpTo({ span }: ScannedBlock): Buffer {
    if (this.#options.formatOnly === true) return NO_SPAN;
    const digest = this.#longSpan === null ? hash('sha256', span, 'buffer') : this.#longSpan.update(span).digest();
    this.#longSpan = null;
    return digest;
  }

  #fault(rule: BreakRule, entry: number | null, offset: number, detail: string): void {
    const { segment, file } = this.#options;
    this.#options.onBreak({ rule, segment, file, entry, offset, detail });
  }
}

const NO_SPAN = Buffer.alloc(0);

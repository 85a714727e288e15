import { isBlank, lookAtFence, nextDashes, type Fence } from './fence.ts';

/** A `---` … `---` block in its place. Offsets are bytes from the start of the file. */
export interface ScannedBlock {
  /** Everything since the block before it. */
  gap: Buffer;
  gapOffset: number;
  /** Where the opening fence begins and where the line of the closing one ends. */
  offset: number;
  end: number;
  content: Buffer;
  /** Gap and block together, as they stand in the file. */
  span: Buffer;
}

/** What follows the last block. `opened`: a fence in it was never closed, and text follows it. */
export interface ScannedRest {
  text: Buffer;
  offset: number;
  opened: number | null;
}

export interface BlockSink {
  block(block: ScannedBlock): void;
  tooLong(offset: number): void;
}

/** A block longer than this is not read: memory stays bounded whatever the file holds. */
const LONGEST_BLOCK = 16 * 1024 * 1024;

/**
 * Finds the blocks that the original's expression `^---\s*\n(.*?)\n---\s*$` finds, from a stream of bytes. A fence followed by white space
 * only and another fence (a ruler above the first entry, say) opens one block together with it: that follows from the greedy `\s*`.
 */
export class BlockScanner {
  readonly #sink: BlockSink;
  #buffer: Buffer = Buffer.alloc(0);
  /** Offset in the file of the buffer's first byte, which is always the start of a line. */
  #base = 0;
  #position = 0;
  #opener: Fence | null = null;
  #inner: Fence | null = null;

  constructor(sink: BlockSink) {
    this.#sink = sink;
  }

  feed(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    this.#scan(false);
    if (this.#buffer.length > LONGEST_BLOCK) this.#giveUp();
  }

  end(): ScannedRest {
    this.#scan(true);
    const unclosed = this.#inner ?? this.#opener;
    const opened = unclosed !== null && !isBlank(this.#buffer.subarray(unclosed.end)) ? this.#base + unclosed.start : null;
    return { text: this.#buffer, offset: this.#base, opened };
  }

  #scan(final: boolean): void {
    for (;;) {
      const at = nextDashes(this.#buffer, this.#position);
      if (at === -1) {
        this.#position = Math.max(this.#position, this.#buffer.length - 2);
        return;
      }
      const look = lookAtFence(this.#buffer, at, final);
      if (look.state === 'more') {
        this.#position = at;
        return;
      }
      this.#position = at + 1;
      if (look.state === 'fence') {
        this.#position = look.fence.end;
        this.#meet(look.fence);
      }
    }
  }

  #meet(fence: Fence): void {
    if (this.#opener === null) {
      if (fence.closed) this.#opener = fence;
    } else if (this.#inner === null && isBlank(this.#buffer.subarray(this.#opener.end, fence.start))) {
      this.#inner = fence;
    } else {
      this.#close(this.#inner ?? this.#opener, fence);
    }
  }

  #close(opening: Fence, closing: Fence): void {
    const { end } = closing;
    this.#sink.block({
      gap: this.#buffer.subarray(0, opening.start),
      gapOffset: this.#base,
      offset: this.#base + opening.start,
      end: this.#base + end,
      content: this.#buffer.subarray(opening.end, closing.start),
      span: this.#buffer.subarray(0, end),
    });
    this.#buffer = this.#buffer.subarray(end);
    this.#base += end;
    this.#position = 0;
    this.#opener = null;
    this.#inner = null;
  }

  /** Keeps the last line's beginning only, so that scanning goes on at the start of a line. */
  #giveUp(): void {
    this.#sink.tooLong(this.#base);
    const last = this.#buffer.lastIndexOf(0x0a);
    const cut = last === -1 ? this.#buffer.length : last + 1;
    this.#buffer = this.#buffer.subarray(cut);
    this.#base += cut;
    this.#position = 0;
    this.#opener = null;
    this.#inner = null;
  }
}

/** Where a JSON array can be continued, in bytes from the start of the file. */
export interface ArrayLayout {
  /** Just behind the last element, or behind the opening bracket of an empty array. */
  insertAt: number;
  /** The closing bracket. */
  closeAt: number;
  empty: boolean;
}

export type ScanResult = { ok: true; layout: ArrayLayout } | { ok: false; reason: string };

const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const BOM = [0xef, 0xbb, 0xbf];

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHex = (byte: number): boolean => isDigit(byte) || (byte >= 0x61 && byte <= 0x66) || (byte >= 0x41 && byte <= 0x46);

type BetweenMode = 'start' | 'value' | 'first-value' | 'first-key' | 'key' | 'colon' | 'after' | 'done';
type Mode = BetweenMode | 'string' | 'escape' | 'hex' | 'number' | 'literal';

/** What may follow in a number: a little automaton of its own. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const LITERALS: Readonly<Record<number, string>> = { 0x74: 'true', 0x66: 'false', 0x6e: 'null' };
const LONGEST_NUMBER = 4096;

/**
 * Proves chunk by chunk that a file is one JSON array in UTF-8 (a byte order mark is tolerated), without building its values:
 * a file of 40 MB costs no memory and can be looked at in slices that leave the event loop free.
 */
export class JsonArrayScanner {
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
  readonly #open: number[] = [];
  #mode: Mode = 'start';
  #stringIsKey = false;
  #hexLeft = 0;
  #token = '';
  #offset = 0;
  #line = 1;
  #bom = 0;
  #insertAt = -1;
  #closeAt = -1;
  #empty = true;
  #failure: string | undefined;

  push(chunk: Uint8Array): void {
    if (this.#failure !== undefined) return;
    try {
      this.#utf8.decode(chunk, { stream: true });
    } catch {
      this.#failure = `not UTF-8 near byte ${this.#offset}`;
      return;
    }
    for (let i = 0; i < chunk.length && this.#failure === undefined; i += 1) {
      if (this.#mode === 'string') i = this.#skipPlainText(chunk, i);
      if (i < chunk.length) this.#byte(chunk[i]!, this.#offset + i);
    }
    this.#offset += chunk.length;
  }

  end(): ScanResult {
    if (this.#failure === undefined && this.#mode !== 'done')
      this.#failure = `line ${this.#line}: the file ends before the array does`;
    if (this.#failure !== undefined) return { ok: false, reason: this.#failure };
    return { ok: true, layout: { insertAt: this.#insertAt, closeAt: this.#closeAt, empty: this.#empty } };
  }

  #skipPlainText(chunk: Uint8Array, from: number): number {
    let i = from;
    while (i < chunk.length && chunk[i]! >= 0x20 && chunk[i] !== QUOTE && chunk[i] !== BACKSLASH) i += 1;
    return i;
  }

  #byte(byte: number, at: number): void {
    if (byte === 0x0a) this.#line += 1;
    switch (this.#mode) {
      case 'string':
        if (byte === QUOTE) this.#endString(at);
        else if (byte === BACKSLASH) this.#mode = 'escape';
        else this.#fail('a control character in a text');
        return;
      case 'escape':
        if (byte === 0x75) [this.#mode, this.#hexLeft] = ['hex', 4];
        else if ('"\\/bfnrt'.includes(String.fromCharCode(byte))) this.#mode = 'string';
        else this.#fail('an unknown escape');
        return;
      case 'hex':
        this.#hexLeft -= 1;
        if (!isHex(byte)) this.#fail('an unknown escape');
        else if (this.#hexLeft === 0) this.#mode = 'string';
        return;
      case 'number':
        if (isDigit(byte) || '+-.eE'.includes(String.fromCharCode(byte))) {
          if (this.#token.length > LONGEST_NUMBER) this.#fail('an endless number');
          this.#token += String.fromCharCode(byte);
          return;
        }
        if (!NUMBER.test(this.#token)) return this.#fail(`${this.#token} is no number`);
        this.#endValue(at - 1);
        if (!isSpace(byte)) this.#between('after', byte, at);
        return;
      case 'literal':
        if (byte !== this.#token.charCodeAt(0)) return this.#fail('an unknown word');
        this.#token = this.#token.slice(1);
        if (this.#token === '') this.#endValue(at);
        return;
      case 'start':
      case 'value':
      case 'first-value':
      case 'first-key':
      case 'key':
      case 'colon':
      case 'after':
      case 'done':
        if (!isSpace(byte)) this.#between(this.#mode, byte, at);
    }
  }

  #between(mode: BetweenMode, byte: number, at: number): void {
    switch (mode) {
      case 'start':
        if (at < 3 && this.#bom === at && byte === BOM[at]) this.#bom += 1;
        else if (byte === OPEN_ARRAY && (this.#bom === 0 || this.#bom === 3)) this.#openContainer(OPEN_ARRAY, at);
        else this.#fail('not an array');
        return;
      case 'first-value':
        if (byte === CLOSE_ARRAY) this.#close(byte, at);
        else this.#startValue(byte, at);
        return;
      case 'value':
        this.#startValue(byte, at);
        return;
      case 'first-key':
      case 'key':
        if (byte === QUOTE) [this.#mode, this.#stringIsKey] = ['string', true];
        else if (byte === CLOSE_OBJECT && mode === 'first-key') this.#close(byte, at);
        else this.#fail('a key was expected');
        return;
      case 'colon':
        if (byte === COLON) this.#mode = 'value';
        else this.#fail('a colon was expected');
        return;
      case 'after':
        if (byte === COMMA) this.#mode = this.#open.at(-1) === OPEN_ARRAY ? 'value' : 'key';
        else this.#close(byte, at);
        return;
      case 'done':
        this.#fail('something follows the array');
    }
  }

  #startValue(byte: number, at: number): void {
    const literal = LITERALS[byte];
    if (byte === QUOTE) [this.#mode, this.#stringIsKey] = ['string', false];
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#openContainer(byte, at);
    else if (literal !== undefined) [this.#mode, this.#token] = ['literal', literal.slice(1)];
    else if (isDigit(byte) || byte === 0x2d) [this.#mode, this.#token] = ['number', String.fromCharCode(byte)];
    else this.#fail('a value was expected');
  }

  #openContainer(byte: number, at: number): void {
    if (this.#open.length === 0) this.#insertAt = at + 1;
    this.#open.push(byte);
    this.#mode = byte === OPEN_ARRAY ? 'first-value' : 'first-key';
  }

  #close(byte: number, at: number): void {
    const expected = this.#open.at(-1) === OPEN_ARRAY ? CLOSE_ARRAY : CLOSE_OBJECT;
    if (byte !== expected) return this.#fail('a comma or a closing bracket was expected');
    this.#open.pop();
    if (this.#open.length > 0) return this.#endValue(at);
    this.#closeAt = at;
    this.#mode = 'done';
  }

  #endString(at: number): void {
    if (this.#stringIsKey) this.#mode = 'colon';
    else this.#endValue(at);
  }

  /** `at` is the value's last byte. */
  #endValue(at: number): void {
    this.#mode = 'after';
    if (this.#open.length !== 1) return;
    this.#insertAt = at + 1;
    this.#empty = false;
  }

  #fail(what: string): void {
    this.#failure = `line ${this.#line}: ${what}`;
  }
}

import type { CodeLanguage } from './languages.ts';

const PYTHON_ENCODING = /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/;

/**
 * The text of a source file, or null when its bytes are no UTF-8: such a file does not parse.
 * Python may name another encoding in its first two lines; then each byte becomes one character, which leaves the structure readable.
 */
export function decodeSource(language: CodeLanguage, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (language !== 'python') return null;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return text.split(/\r\n|\r|\n/, 2).some((line) => PYTHON_ENCODING.test(line)) ? text : null;
  }
}

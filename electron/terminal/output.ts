import type { Writable } from 'node:stream';
import { errnoOf } from '../kernel/errors.ts';

/** Where a command's words go: results to standard output, everything else to standard error. */
export interface Output {
  readonly isJson: boolean;
  /** Lines for people; nothing when JSON was asked for. */
  lines(lines: readonly string[]): void;
  /** The one JSON document; nothing when text was asked for. */
  document(value: unknown): void;
  /** One line of a stream, whatever was asked for. */
  line(text: string): void;
  bytes(bytes: Uint8Array): void;
  /** A line for people beside the result, on standard error. */
  note(line: string): void;
  /** Aborted when the reader of standard output has gone: there is nobody to talk to any more. */
  readonly readerGone: AbortSignal;
  /** Resolves when everything is handed over to the operating system. */
  flush(): Promise<void>;
}

/** Output to a pair of streams. A closed pipe is no error: whoever read has read enough. */
export function createOutput(stdout: Writable, stderr: Writable, isJson: boolean): Output {
  const gone = new AbortController();
  const onError = (error: Error): void => {
    if (!['EPIPE', 'ERR_STREAM_DESTROYED', 'EIO'].includes(errnoOf(error) ?? '')) throw error;
    gone.abort();
  };
  stdout.on('error', onError);
  stderr.on('error', onError);
  const write = (stream: Writable, data: string | Uint8Array): void => {
    if (!stream.destroyed && stream.writable) stream.write(data);
  };
  return {
    isJson,
    lines(lines) {
      if (!isJson && lines.length > 0) write(stdout, `${lines.join('\n')}\n`);
    },
    document(value) {
      if (isJson) write(stdout, `${JSON.stringify(value, null, 2)}\n`);
    },
    line: (text) => write(stdout, `${text}\n`),
    bytes: (bytes) => write(stdout, bytes),
    note: (line) => write(stderr, `${line}\n`),
    readerGone: gone.signal,
    async flush() {
      await Promise.all([stdout, stderr].map(drained));
      stdout.off('error', onError);
      stderr.off('error', onError);
    },
  };
}

function drained(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once('drain', resolve);
    stream.once('close', resolve);
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}

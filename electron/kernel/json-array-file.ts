import { open } from 'node:fs/promises';
import { identityOf, sameIdentity, type FileIdentity } from './file-identity.ts';
import { JsonArrayScanner, type ArrayLayout, type ScanResult } from './json-array-scan.ts';

/** A proven layout together with the state of the file that it was proven on. */
export interface Known {
  identity: FileIdentity;
  layout: ArrayLayout;
  eol: string;
}

const SLICE_BYTES = 256 * 1024;

/** What a look at the file finds. `moving`: somebody is writing just now. */
export type Look =
  | { state: 'missing' }
  | { state: 'moving' }
  | { state: 'unreadable'; reason: string }
  | { state: 'known'; known: Known };

/** Proves the file, unless nothing has happened to it since it was last proven. */
export async function look(path: string, known: Known | null): Promise<Look> {
  const identity = await identityOf(path);
  if (identity === null) return { state: 'missing' };
  if (known !== null && sameIdentity(known.identity, identity)) return { state: 'known', known };
  const scan = await scanFile(path);
  if (!sameIdentity(identity, await identityOf(path))) return { state: 'moving' };
  if (!scan.result.ok) return { state: 'unreadable', reason: scan.result.reason };
  return { state: 'known', known: { identity, layout: scan.result.layout, eol: scan.eol } };
}

async function scanFile(path: string): Promise<{ result: ScanResult; eol: string }> {
  const scanner = new JsonArrayScanner();
  const buffer = Buffer.allocUnsafe(SLICE_BYTES);
  let eol: string | undefined;
  const handle = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break;
      const slice = buffer.subarray(0, bytesRead);
      const newline = eol === undefined ? slice.indexOf(0x0a) : -1;
      if (newline > 0) eol = slice[newline - 1] === 0x0d ? '\r\n' : '\n';
      scanner.push(slice);
    }
  } finally {
    await handle.close();
  }
  return { result: scanner.end(), eol: eol ?? '\n' };
}

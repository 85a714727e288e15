import { closeSync, constants, fstatSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Document, isScalar, parse, Scalar } from 'yaml';
import type { Clock } from '../../../../kernel/clock.ts';
import { errnoOf } from '../../../../kernel/errors.ts';
import { readPlainFile } from '../../../../kernel/plain-file.ts';
import { fsyncFolderSync } from '../append/log-file.ts';
import { writeWhole } from '../append/journal.ts';
import { AuditBroken } from '../broken.ts';
import { BlockScanner, type ScannedRest } from '../chain/block-scanner.ts';
import { nameOf } from '../context.ts';
import { utcSeconds } from '../format/render.ts';

/** A change on the meta level. Further keys are free: `authored_by`, `changes`, `rationale`, `consensus_note`, … */
export interface MetaChange {
  target: string;
  change_type: 'create' | 'modify' | 'delete';
  description: string;
  canon_reference?: string;
  approved_by: string;
  /** `v0.1.0 → v0.2.0`; absent when the version stays. */
  version_change?: string;
  [key: string]: unknown;
}

export interface MetaEntry {
  /** Bytes from the start of the file. */
  offset: number;
  length: number;
  /** The block's keys as YAML reads them, or null when it is no YAML. */
  fields: Record<string, unknown> | null;
}

/** META_AUDIT_LOG.md: blocks as in the audit log, without a chain. */
export interface MetaLog {
  /** Durable on return. `type` and `timestamp` are set here. @throws AuditBroken when the file's last block is open: an entry would be swallowed */
  append(change: MetaChange, type?: string): { timestamp: string; offset: number; length: number };
  /** In file order; front matter and samples are left out. */
  read(): MetaEntry[];
}

const HEADER = `---
description: Meta audit log. Changes of the canon, the doctrines and the immune system, with who approved them.
---
# AAOS Meta Audit Log

> Append-only. Past entries are never changed.

`;

export function createMetaLog({ path, clock }: { path: string; clock: Pick<Clock, 'now'> }): MetaLog {
  return {
    append(change, type = 'meta-change') {
      const timestamp = utcSeconds(clock.now());
      const { rest } = scan(bytesOf(path));
      if (rest.opened !== null) {
        const detail = 'a --- that is never closed: an entry after it would not be seen';
        throw new AuditBroken([
          { rule: 'unclosed-block', segment: 1, file: nameOf(path), entry: null, offset: rest.opened, detail },
        ]);
      }
      const block = renderMeta({ timestamp, type, ...change });
      return { timestamp, ...addBlock(path, block) };
    },
    read: () => scan(bytesOf(path)).entries.filter(({ fields }) => fields !== null && 'timestamp' in fields && 'type' in fields),
  };
}

/** Words of the format stand bare, every other text in double quotes on one line. */
const BARE = new Set(['type', 'change_type']);

export function renderMeta(fields: Record<string, unknown>): string {
  const document = new Document(fields);
  for (const key of BARE) {
    const node = document.get(key, true);
    if (isScalar(node) && /^[\w-]+$/.test(String(node.value))) node.type = Scalar.PLAIN;
  }
  const body = document.toString({
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    doubleQuotedAsJSON: false,
    minContentWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return `---\n${body}---\n\n`;
}

function addBlock(path: string, block: string): { offset: number; length: number } {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(
    path,
    constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0),
    0o666,
  );
  try {
    const { size } = fstatSync(descriptor);
    const text = readPlainFile(path);
    const lead = size === 0 ? HEADER : text.at(-1) === 0x0a ? '' : '\n\n';
    writeWhole(descriptor, Buffer.from(lead + block));
    fsyncSync(descriptor);
    if (size === 0) fsyncFolderSync(dirname(path));
    return { offset: size + Buffer.byteLength(lead), length: Buffer.byteLength(block) - 1 };
  } finally {
    closeSync(descriptor);
  }
}

function scan(bytes: Buffer): { entries: MetaEntry[]; rest: ScannedRest } {
  const entries: MetaEntry[] = [];
  const scanner = new BlockScanner({
    block: ({ content, offset, end }) =>
      entries.push({ offset, length: end - offset, fields: fieldsOf(content.toString('utf8')) }),
    tooLong: () => undefined,
  });
  scanner.feed(bytes);
  return { entries, rest: scanner.end() };
}

function fieldsOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = parse(text, { maxAliasCount: 0, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    // Written by hand, and no YAML: kept as it is, but there is nothing to show.
    return null;
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readPlainFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

import { hash } from 'node:crypto';
import { AppError } from '../../../../kernel/errors.ts';
import type { AuditContext } from '../context.ts';
import { fullHash } from '../format/canonical.ts';
import { normaliseEntry, renderEntry, type RenderedEntry } from '../format/render.ts';
import { atomically } from '../ledger/atomically.ts';
import { insertEntry, writtenFor } from '../ledger/entries.ts';
import { writeHead, type Head, type Seen } from '../ledger/head.ts';
import { rotateWhenFull } from '../rotation/rotate.ts';
import type { Entry, EntryFields, NewEntry } from '../types.ts';
import { ready, type Ready } from './ready.ts';
import { writeBlock } from './write-block.ts';

const ATTEMPTS = 5;

/**
 * Adds one entry; durable in the log on return. The workspace database's transaction keeps other Nightguards out; AAOS's own tools know
 * no lock, so that their appends are detected instead. The entry of an act that a crash has left without its transaction is found, not doubled.
 * @throws AuditBroken when the log does not verify; AppError `changed-meanwhile` when others keep writing
 */
export function appendEntry(context: AuditContext, entry: NewEntry): Entry {
  return atomically(context.database, () => {
    rotateWhenFull(context, ready(context));
    const written =
      entry.act === undefined ? null : writtenFor(context.database, entry.act, normaliseEntry(entry, context.clock.now()));
    if (written !== null) return written;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const added = addOnce(context, entry);
      if (added !== null) return added;
    }
    throw new AppError(
      'changed-meanwhile',
      `${context.path} is being written by another program all the time. Nothing was recorded; try again.`,
    );
  });
}

function addOnce(context: AuditContext, entry: NewEntry): Entry | null {
  const place = ready(context);
  const { head } = place;
  const fields = normaliseEntry(entry, context.clock.now());
  const rendered = renderEntry(fields, head.hash);
  const lead = leadFor(place.tail);
  const bytes = Buffer.from(lead + rendered.text);
  const act = entry.act ?? null;
  const exact = differs(entry, fields) ? entry : null;
  context.journal.write({ log: context.path, offset: head.size, bytes, act, exact });
  const written = writeBlock(context.path, head, bytes);
  if (!written.done) return null;
  return remember(context, place, { lead, rendered, fields, act, exact, seen: written.seen });
}

interface Added {
  lead: string;
  rendered: RenderedEntry;
  fields: EntryFields;
  act: number | null;
  exact: NewEntry | null;
  seen: Seen;
}

function remember(context: AuditContext, { head, tail }: Ready, { lead, rendered, fields, act, exact, seen }: Added): Entry {
  const offset = head.size + lead.length;
  // The block's own line end belongs to it; the empty line after it to the next span.
  const block = Buffer.from(rendered.text.slice(0, -1));
  const end = offset + block.length;
  const full = fullHash(rendered.canonical, head.full);
  const span = hash('sha256', Buffer.concat([tail, Buffer.from(lead), block]), 'buffer');
  const position = head.position + 1;
  const number = head.number + 1;
  const walked = {
    position,
    offset,
    end,
    spanOffset: head.entriesEnd,
    span,
    fields,
    previous: head.hash,
    hash: rendered.hash,
    full,
    quirk: false,
  };
  const entry = insertEntry(context.database, walked, { number, segment: head.segment, origin: 'own', act, exact });
  const next: Head = { ...head, ...seen, position, number, hash: rendered.hash, full, entriesEnd: end };
  writeHead(context.database, next);
  return entry;
}

/** An entry begins on a line of its own, whatever another program left at the end. */
function leadFor(tail: Buffer): string {
  if (tail.length === 0) return '';
  const last = tail.at(-1);
  return last === 0x0a || last === 0x0d ? '' : '\n\n';
}

const differs = (entry: NewEntry, fields: EntryFields): boolean =>
  entry.type !== fields.type ||
  entry.result !== fields.result ||
  entry.target !== fields.target ||
  (entry.notes ?? '') !== fields.notes ||
  JSON.stringify(entry.reasons ?? []) !== JSON.stringify(fields.reasons);

import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf, messageOf } from '../../../kernel/errors.ts';
import { ROOT_MARKER } from './participation.ts';

const markerSchema = z.looseObject({ id: z.uuid() });

export type MarkerReading = { state: 'present'; id: string } | { state: 'absent' } | { state: 'unreadable'; detail: string };

/** Reads the marker in Core. A damaged one counts as absent: it proves nothing. */
export function readMarker(source: string): MarkerReading {
  try {
    const parsed = markerSchema.safeParse(jsonOf(readFileSync(join(source, ROOT_MARKER), 'utf8')));
    return parsed.success ? { state: 'present', id: parsed.data.id } : { state: 'absent' };
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? { state: 'absent' } : { state: 'unreadable', detail: messageOf(error) };
  }
}

/** Puts a new marker into Core, whole or not at all, and returns its id. Throws what the disk says. */
export function writeMarker(source: string): string {
  const id = randomUUID();
  // The name of our own unfinished files: no survey takes it for an update.
  const temporary = join(source, `.nightguard-${randomBytes(6).toString('hex')}.tmp`);
  const note = 'Nightguard knows this Core folder by this file. Please leave it here.';
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      writeSync(descriptor, `${JSON.stringify({ id, note }, null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, join(source, ROOT_MARKER));
    return id;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half-written or overwritten: the schema refuses it.
    return null;
  }
}

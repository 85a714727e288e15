import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { AppError, errnoOf, messageOf } from '../../../kernel/errors.ts';
import { readMarker, writeMarker } from './root-marker.ts';
import { looksStreamed } from './stream-root.ts';

/**
 * Whether the Core folder is the one that was trusted. Only of an `ok` root may it be believed that a file is gone.
 * `first-seen`: no Core was trusted yet, or the settings name another folder. `marker-missing`: the marker is gone or another one.
 */
export type RootInspection =
  | { state: 'ok'; marker: string }
  | { state: 'first-seen'; marker: string | null }
  | { state: 'marker-missing'; marker: string | null; message: string }
  | { state: 'unavailable'; code: 'source-missing' | 'source-unreadable' | 'source-stream'; message: string };

/** Looks at the Core folder's place, its readability and its marker. Reads three things and writes nothing. */
export function inspectRoot(source: string, database: Database, allowStream: boolean): RootInspection {
  const unavailable = placeProblem(source, allowStream);
  if (unavailable !== null) return unavailable;
  const marker = readMarker(source);
  if (marker.state === 'unreadable') return unreadable(source, marker.detail);
  const id = marker.state === 'present' ? marker.id : null;
  const trusted = database.get<{ path: string; marker: string }>('SELECT path, marker FROM source_root WHERE id = 1');
  if (trusted !== undefined && id === trusted.marker) return { state: 'ok', marker: trusted.marker };
  if (trusted === undefined || trusted.path !== source) return { state: 'first-seen', marker: id };
  const what = id === null ? 'has lost its marker' : 'holds the marker of another Core';
  return {
    state: 'marker-missing',
    marker: id,
    message: `${source} ${what}: it may be a different folder, or an old copy of it.`,
  };
}

/**
 * Trusts this folder as Core from now on; writes the marker when there is none.
 * @throws AppError `denied` when Core cannot be written to
 */
export function adoptRoot(source: string, database: Database, clock: Pick<Clock, 'now'>): string {
  const present = readMarker(source);
  const id = present.state === 'present' ? present.id : write(source);
  const sql = 'INSERT OR REPLACE INTO source_root (id, path, marker, trusted_at) VALUES (1, ?, ?, ?)';
  database.run(sql, source, id, clock.now());
  return id;
}

function write(source: string): string {
  try {
    return writeMarker(source);
  } catch (error) {
    const message = `The marker could not be written to ${source}: ${messageOf(error)}. Without it Nightguard cannot tell this Core from an empty folder.`;
    throw new AppError('denied', message, { cause: error });
  }
}

function placeProblem(source: string, allowStream: boolean): Extract<RootInspection, { state: 'unavailable' }> | null {
  try {
    if (!statSync(source).isDirectory()) return missing(source);
    readdirSync(source);
    if (allowStream || !looksStreamed({ path: realpathSync(source), platform: process.platform, listDisk })) return null;
  } catch (error) {
    return GONE.has(errnoOf(error) ?? '') ? missing(source) : unreadable(source, messageOf(error));
  }
  const advice = 'Reading it would download everything. Mirror it in Drive, or set updates.allowStream.';
  return { state: 'unavailable', code: 'source-stream', message: `${source} is a Drive folder in stream mode. ${advice}` };
}

const GONE = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO']);

const missing = (source: string): Extract<RootInspection, { state: 'unavailable' }> => ({
  state: 'unavailable',
  code: 'source-missing',
  message: `${source} is not there. Nothing was changed. Is Drive running and the folder mirrored?`,
});

const unreadable = (source: string, detail: string): Extract<RootInspection, { state: 'unavailable' }> => ({
  state: 'unavailable',
  code: 'source-unreadable',
  message: `${source} could not be read: ${detail}. Nothing was changed.`,
});

function listDisk(disk: string): string[] {
  try {
    return readdirSync(disk);
  } catch {
    // A disk whose root we may not list is no Drive disk: those belong to the user.
    return [];
  }
}

import type { Secrets } from '../../../../kernel/ports/secrets.ts';
import type { AuditContext } from '../context.ts';
import { utcSeconds } from '../format/render.ts';
import { readHead } from '../ledger/head.ts';
import type { Break } from '../types.ts';
import type { Witness } from '../verify/witnesses.ts';
import { parseBody, renderBody, type CheckpointBody } from './checkpoint-body.ts';
import { notesIn, place, verifiersIn, type Placed } from './checkpoint-folder.ts';
import { openNote, signersOf, signNote, verifierKey, verifierOf, type NoteVerifier } from './signed-note.ts';
import { findSigner, keyPrefix, loadSigner } from './signing-key.ts';

/** A checkpoint that was signed. `problem`: why it could not be put into the folder; it is kept in the database all the same. */
export interface Checkpoint extends CheckpointBody, Placed {
  number: number;
  note: string;
}

/** `path`: where it was put besides the database. */
export interface LastCheckpoint {
  at: number;
  entries: number;
  path: string | null;
}

export interface Checkpoints {
  /** The newest that was signed. */
  last(): LastCheckpoint | null;
  /** Signs the log as it stands in the database. Null while there is no entry. */
  make(): Promise<Checkpoint | null>;
  /** The public key, one line, for whoever keeps the checkpoints. */
  verifierKey(): Promise<string>;
  /** What the checkpoints of the database, the folder and `notes` vouch for; those that do not hold are breaks. */
  witnesses(notes?: readonly string[]): Promise<{ witnesses: Witness[]; breaks: Break[] }>;
}

export interface CheckpointPlace {
  secrets: Secrets;
  /** Where notes are put besides the database; null for nowhere. Asked each time. */
  folder: () => string | null;
  /** Tells logs of one machine apart. */
  identity: string;
}

export function createCheckpoints(context: AuditContext, { secrets, folder, identity }: CheckpointPlace): Checkpoints {
  const { database, clock } = context;
  return {
    async make() {
      const key = await loadSigner(secrets, identity);
      const { number: entries, full, hash } = readHead(database);
      if (entries === 0) return null;
      const now = clock.now();
      const body: CheckpointBody = { origin: key.name, entries, full, hash, at: utcSeconds(now) };
      const note = signNote(renderBody(body), key);
      const { lastId: number } = database.run(
        'INSERT INTO audit_checkpoints (at, entries, full, note) VALUES (?, ?, ?, ?)',
        now,
        entries,
        full,
        note,
      );
      const placed = await place(folder(), body, note, verifierKey(verifierOf(key)));
      if (placed.path !== null) database.run('UPDATE audit_checkpoints SET path = ? WHERE number = ?', placed.path, number);
      if (placed.problem !== null)
        context.log.write('warn', 'A checkpoint could not be put into its folder', { problem: placed.problem });
      return { ...body, number, note, ...placed };
    },
    last: () =>
      database.get<LastCheckpoint>('SELECT at, entries, path FROM audit_checkpoints ORDER BY number DESC LIMIT 1') ?? null,
    verifierKey: async () => verifierKey(verifierOf(await loadSigner(secrets, identity))),
    async witnesses(notes = []) {
      const prefix = keyPrefix(identity);
      const signer = await findSigner(secrets, identity);
      const own = signer === null ? [] : [verifierOf(signer)];
      // Another door of this workspace may keep its key in another store: its public key lies beside its notes.
      const beside = (await verifiersIn(folder(), prefix)).filter(({ name }) => name !== signer?.name);
      const verifiers = [...own, ...beside];
      const kept = database
        .all<{ number: number; note: string }>(
          'SELECT number, note FROM audit_checkpoints ORDER BY number DESC LIMIT ?',
          MOST_KEPT,
        )
        .map(({ number, note }) => ({ name: `checkpoint ${number}`, note }))
        // A key that was lost, or lies in another store, cannot be asked. Whoever writes into the database could remove the row as well.
        .filter(({ note }) => isOf(note, verifiers) || signersOf(note).length === 0);
      const given = notes.map((note, index) => ({ name: `given checkpoint ${index + 1}`, note }));
      return judge([...kept, ...(await notesIn(folder(), prefix)), ...given], verifiers);
    },
  };
}

/** The newest are enough: each vouches for everything before it. */
const MOST_KEPT = 100;

const isOf = (note: string, verifiers: readonly NoteVerifier[]): boolean =>
  signersOf(note).some((name) => verifiers.some((verifier) => verifier.name === name));

function judge(
  notes: readonly { name: string; note: string }[],
  verifiers: readonly NoteVerifier[],
): { witnesses: Witness[]; breaks: Break[] } {
  const witnesses: Witness[] = [];
  const breaks: Break[] = [];
  for (const { name, note } of notes) {
    const text = verifiers.map((verifier) => openNote(note, verifier)).find((opened) => opened !== null) ?? null;
    const body = text === null ? null : parseBody(text);
    if (body === null) {
      breaks.push({
        rule: 'checkpoint-invalid',
        segment: 0,
        file: name,
        entry: null,
        offset: 0,
        detail: 'its signature by this log’s key does not hold',
      });
    } else witnesses.push({ entries: body.entries, full: body.full, name });
  }
  return { witnesses, breaks };
}

import type { Secrets } from '../../../../kernel/ports/secrets.ts';
import type { AuditContext } from '../context.ts';
import { utcSeconds } from '../format/render.ts';
import { readHead } from '../ledger/head.ts';
import type { Break } from '../types.ts';
import type { Witness } from '../verify/witnesses.ts';
import { parseBody, renderBody, type CheckpointBody } from './checkpoint-body.ts';
import { notesIn, place, type Placed } from './checkpoint-folder.ts';
import { openNote, signNote, verifierKey, verifierOf, type NoteSigner, type NoteVerifier } from './signed-note.ts';
import { loadSigner } from './signing-key.ts';

/** A checkpoint that was signed. `problem`: why it could not be put into the folder; it is kept in the database all the same. */
export interface Checkpoint extends CheckpointBody, Placed {
  number: number;
  note: string;
}

export interface Checkpoints {
  /** Signs the log as it stands in the database. Null while there is no entry. */
  make(): Promise<Checkpoint | null>;
  /** The public key, one line, for whoever keeps the checkpoints. */
  verifierKey(): Promise<string>;
  /** What the checkpoints of the database, the folder and `notes` vouch for; those that do not hold are breaks. */
  witnesses(notes?: readonly string[]): Promise<{ witnesses: Witness[]; breaks: Break[] }>;
}

export function createCheckpoints(context: AuditContext, secrets: Secrets, folder: () => string | null): Checkpoints {
  let loading: Promise<NoteSigner> | undefined;
  const signer = (): Promise<NoteSigner> => {
    loading ??= loadSigner(secrets).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    async make() {
      const key = await signer();
      const { database, clock } = context;
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
    verifierKey: async () => verifierKey(verifierOf(await signer())),
    async witnesses(notes = []) {
      const verifier = verifierOf(await signer());
      const kept = context.database
        .all<{ number: number; note: string }>('SELECT number, note FROM audit_checkpoints ORDER BY number')
        .map(({ number, note }) => ({ name: `checkpoint ${number}`, note }));
      const given = notes.map((note, index) => ({ name: `given checkpoint ${index + 1}`, note }));
      return judge([...kept, ...(await notesIn(folder(), verifier.name)), ...given], verifier);
    },
  };
}

function judge(
  notes: readonly { name: string; note: string }[],
  verifier: NoteVerifier,
): { witnesses: Witness[]; breaks: Break[] } {
  const witnesses: Witness[] = [];
  const breaks: Break[] = [];
  for (const { name, note } of notes) {
    const text = openNote(note, verifier);
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

import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto';

/** An Ed25519 key of a C2SP signed note (https://c2sp.org/signed-note). */
export interface NoteSigner {
  /** Without spaces and plus signs. */
  name: string;
  privateKey: KeyObject;
}

export interface NoteVerifier {
  name: string;
  publicKey: KeyObject;
}

const ED25519 = 0x01;
/** DER before the 32 bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);

/** First four bytes of SHA-256(name, line feed, algorithm, key). */
const keyId = (name: string, raw: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), raw]), 'buffer').subarray(0, 4);

/** A new key under this name. */
export const newSigner = (name: string): NoteSigner => ({ name, privateKey: generateKeyPairSync('ed25519').privateKey });

/** The public half. */
export const verifierOf = ({ name, privateKey }: NoteSigner): NoteVerifier => ({ name, publicKey: createPublicKey(privateKey) });

/** One line for a secret store: name and PKCS #8. */
export const exportSigner = ({ name, privateKey }: NoteSigner): string =>
  `${name}\n${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}\n`;

/** @throws when the text is no exported key */
export function importSigner(text: string): NoteSigner {
  const [name = '', key = ''] = text.split('\n');
  return { name, privateKey: createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }) };
}

/** The public key as others' tools take it: `name+hash+base64`. */
export function verifierKey({ name, publicKey }: NoteVerifier): string {
  const raw = rawPublic(publicKey);
  return `${name}+${keyId(name, raw).toString('hex')}+${Buffer.concat([Buffer.of(ED25519), raw]).toString('base64')}`;
}

/** Null when the text is no verifier key of this kind, or its hash does not fit. */
export function parseVerifierKey(text: string): NoteVerifier | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const bytes = Buffer.from(match?.[3] ?? '', 'base64');
  if (match === null || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const [name, raw] = [match[1] ?? '', bytes.subarray(1)];
  if (keyId(name, raw).toString('hex') !== match[2]) return null;
  return { name, publicKey: createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' }) };
}

/** The note: text (which ends in a line feed), empty line, signature line. */
export function signNote(text: string, signer: NoteSigner): string {
  const id = keyId(signer.name, rawPublic(createPublicKey(signer.privateKey)));
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  return `${text}\n— ${signer.name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
}

/** The signed text, or null when no signature by this key is in the note or it does not hold. Others' signatures are ignored. */
export function openNote(note: string, verifier: NoteVerifier): string | null {
  const cut = note.lastIndexOf('\n\n— ');
  if (cut === -1 || !note.endsWith('\n')) return null;
  const text = note.slice(0, cut + 1);
  const id = keyId(verifier.name, rawPublic(verifier.publicKey));
  for (const line of note.slice(cut + 2, -1).split('\n')) {
    const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line);
    if (match === null) return null;
    const bytes = Buffer.from(match[2] ?? '', 'base64');
    const ours = match[1] === verifier.name && bytes.subarray(0, 4).equals(id);
    if (ours) return verify(null, Buffer.from(text), verifier.publicKey, bytes.subarray(4)) ? text : null;
  }
  return null;
}

/** Who claims to have signed a note, in the order of the lines; not yet checked. */
export function signersOf(note: string): string[] {
  const cut = note.lastIndexOf('\n\n— ');
  if (cut === -1) return [];
  return [...note.slice(cut + 2).matchAll(/^— (\S+) [A-Za-z0-9+/]+={0,2}$/gm)].map(([, name = '']) => name);
}

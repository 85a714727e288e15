import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** A publisher: its keys, and what it signs. */
export function makePublisher() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signed = (text: string, key: KeyObject = privateKey): string => sign(null, Buffer.from(text), key).toString('base64');
  return {
    publicKey,
    pem: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    sign: signed,
    /** What a server has to give for one version. */
    publish(version: string, name: string, program: Uint8Array): Record<string, string | Uint8Array> {
      const sha512 = createHash('sha512').update(program).digest('base64');
      const text = `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${program.length}\npath: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-20T00:00:00.000Z'\n`;
      return { 'latest-linux.yml': text, 'latest-linux.yml.sig': signed(text), [name]: program };
    },
  };
}

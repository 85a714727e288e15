import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const URL_NAME = 'NIGHTGUARD_UPDATE_URL';
const PUBLIC_NAME = 'NIGHTGUARD_UPDATE_PUBLIC_KEY';
const PRIVATE_NAME = 'NIGHTGUARD_UPDATE_PRIVATE_KEY';

/** electron-builder's own words for where updates lie, so that it writes the description of each version. None where nothing is set. */
export const publishArguments = (environment: NodeJS.ProcessEnv): string[] => {
  const url = environment[URL_NAME];
  return url === undefined ? [] : ['-c.publish.provider=generic', `-c.publish.url=${url}`];
};

/**
 * Packs where updates come from and whose signature counts, by the variables of the environment (the key as PEM, or the name of a file of it).
 * Without them the copy looks for none. @throws Error when only one of the two is set, or the key is none of Ed25519
 */
export function packUpdateFeed(resources: string, environment: NodeJS.ProcessEnv): void {
  const [url, key] = [environment[URL_NAME], environment[PUBLIC_NAME]];
  if (url === undefined && key === undefined) return;
  if (url === undefined || key === undefined) throw new Error(`Set both ${URL_NAME} and ${PUBLIC_NAME}, or neither.`);
  const publicKey = pem(key);
  if (createPublicKey(publicKey).asymmetricKeyType !== 'ed25519') throw new Error(`${PUBLIC_NAME} is no Ed25519 key.`);
  writeFileSync(join(resources, 'update-feed.json'), `${JSON.stringify({ url, publicKey }, null, 2)}\n`);
}

/** One sentence where a copy is packed that will not look for updates. */
export const feedNotices = (environment: NodeJS.ProcessEnv): string[] =>
  environment[URL_NAME] === undefined ? [`It will not look for updates of itself: ${URL_NAME} is not set.`] : [];

/** Signs the description of a version; the signature lies beside it. Returns its path. The key is never printed. */
export function signChannel(file: string, environment: NodeJS.ProcessEnv): string {
  const key = environment[PRIVATE_NAME];
  if (key === undefined) throw new Error(`${PRIVATE_NAME} is not set: nothing was signed.`);
  const signature = sign(null, readFileSync(file), createPrivateKey(pem(key))).toString('base64');
  writeFileSync(`${file}.sig`, `${signature}\n`);
  return `${file}.sig`;
}

const pem = (given: string): string => (given.includes('-----BEGIN') ? given : readFileSync(given, 'utf8'));

import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { errnoOf } from '../kernel/errors.ts';

/** Where updates of the application come from, and whose signature counts. Packed with it, and said nowhere else. */
export interface FeedConfig {
  /** Ends with a slash. */
  url: string;
  key: KeyObject;
}

const LOOPBACK = new Set(['127.0.0.1', '[::1]']);

const configSchema = z.object({
  url: z.url().refine((url) => isAllowed(new URL(url)), 'It must be an https address.'),
  /** Ed25519, PEM. */
  publicKey: z.string(),
});

/** Reads the configuration that was packed; null where there is none. @throws Error when it is there and cannot be used */
export function readFeedConfig(file: string): FeedConfig | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
  const { url, publicKey } = configSchema.parse(JSON.parse(text));
  return { url: url.endsWith('/') ? url : `${url}/`, key: createPublicKey(publicKey) };
}

const isAllowed = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));

import { verify, type KeyObject } from 'node:crypto';
import semver from 'semver';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../kernel/errors.ts';

/** The newest version, as its publisher signed it. */
export const channelSchema = z.object({
  version: z.string().refine((version) => semver.valid(version) === version),
  files: z
    .array(
      z.object({
        /** A name beside the channel file: never another place. */
        url: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/),
        /** Base64. */
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
        size: z.number().int().positive().max(2_000_000_000),
      }),
    )
    .min(1),
});
export type Channel = z.infer<typeof channelSchema>;

/** A channel file is some lines. Bytes. */
export const MOST_CHANNEL_BYTES = 65_536;

/** The file that electron-builder writes for a system. */
export function channelFile(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'win32') return 'latest.yml';
  if (platform === 'darwin') return 'latest-mac.yml';
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`;
}

/**
 * The channel in exactly these bytes, when they are signed. `signature` is the base64 of an Ed25519 signature.
 * @throws AppError `denied` when they are not, or when they say what no publisher would
 */
export function openChannel(bytes: Uint8Array, signature: string, key: KeyObject): Channel {
  const isSigned = verify(null, bytes, key, Buffer.from(signature.trim(), 'base64'));
  if (!isSigned) throw new AppError('denied', 'The update is not signed by the publisher of this copy: nothing was downloaded.');
  const read = channelSchema.safeParse(parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  if (!read.success)
    throw new AppError('denied', 'The signed description of the update cannot be read: nothing was downloaded.', {
      cause: read.error,
    });
  return read.data;
}

/** Whether a version may follow: newer, and none that was taken back. An old description that is served again offers nothing. */
export const isOffered = (version: string, current: string, refused: readonly string[]): boolean =>
  semver.gt(version, current) && !refused.includes(version);

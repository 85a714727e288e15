import { createHash } from 'node:crypto';
import { errorKey, functionOf, type ErrorEvent, type ErrorFrame } from '../../../../shared/model/annealing.ts';
import { normaliseMessage } from './normalise-message.ts';

/** Goes up when the same error would be told apart otherwise: old groups then keep their old fingerprints. */
const VERSION = 1;
const MAX_FRAMES = 20;
/** Of errors without any frame of the workspace's own: its neighbourhood in others' code. */
const FOREIGN_FRAMES = 5;

/** The key of 97layerOS: type and failing function. */
export const keyOf = ({ type, frames }: Pick<ErrorEvent, 'type' | 'frames'>): string => errorKey(type, functionOf(frames));

/**
 * What tells causes apart under one key: type, message without values, and the way through the workspace's own code without line
 * numbers; the same of what led to it. `<version>:<32 hex digits>`. Pure.
 */
export function fingerprintOf(event: Pick<ErrorEvent, 'type' | 'message' | 'frames' | 'links' | 'code'>): string {
  const led = event.links.filter((link) => link.relation !== 'member').map((link) => [link.relation, ...partOf(link)]);
  // However many members fail, and in whatever order: it is the same group as long as they fail alike.
  const members = new Set(event.links.filter((link) => link.relation === 'member').map((link) => JSON.stringify(partOf(link))));
  const content = JSON.stringify([...partOf(event), event.code, led, [...members].sort()]);
  return `${VERSION}:${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

const partOf = ({ type, message, frames }: Pick<ErrorEvent, 'type' | 'message' | 'frames'>): unknown[] => [
  type,
  normaliseMessage(type, message),
  wayOf(frames),
];

/** Each place once: how deep a recursion went is chance. */
function wayOf(frames: readonly ErrorFrame[]): string[] {
  const own = frames.filter((frame) => frame.own);
  const names = (own.length > 0 ? own : frames.slice(-FOREIGN_FRAMES)).map(
    (frame) => `${withoutHash(own.length > 0 ? frame.file : baseOf(frame.file))}:${frame.function}`,
  );
  return [...new Set(names)].slice(-MAX_FRAMES);
}

const baseOf = (file: string): string => file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
/** Bundlers put a hash of the content into the name: `main-3fa8c2d1.js`. */
const withoutHash = (file: string): string => file.replaceAll(/[-._](?=[0-9a-f]*\d)[0-9a-f]{8,64}(?=\.)/g, '-<hash>');

import type { EntryFields } from '../types.ts';

/**
 * Reads a block in the original writer's own layout backwards, so that the values come out as they were hashed: the writer puts `\"` for a
 * quote after hashing, and writes line breaks as they are, which its own reader then misreads. Null when the layout is another.
 */
export function readAsWritten(content: string): EntryFields | null {
  const head = HEAD.exec(content);
  const chain = TAIL.exec(content);
  if (head === null || chain === null) return null;
  const [start, timestamp = '', type = ''] = head;
  const reasonsAt = content.indexOf(REASONS, start.length);
  const resultAt = content.lastIndexOf(RESULT, reasonsAt);
  if (reasonsAt === -1 || resultAt < start.length) return null;
  const body = bodyOf(content.slice(reasonsAt + REASONS.length, chain.index));
  if (body === null) return null;
  const target = content.slice(start.length, resultAt);
  return { timestamp, type, target, result: content.slice(resultAt + RESULT.length, reasonsAt), ...body };
}

const HEAD = /^timestamp: "([^\n]*)"\ntype: ([^\n]*)\ntarget: "/;
const TAIL = /\nprev_hash: "[^\n"]*"\nhash: "[^\n"]*"$/;
const RESULT = '"\nresult: ';
const REASONS = '\nreasons:';
const NOTES = '\nnotes: "';
const ITEM = '\n  - "';

/** What lies between `reasons:` and `prev_hash:`. */
function bodyOf(body: string): { reasons: string[]; notes: string } | null {
  const notesAt = body.indexOf(NOTES);
  const items = notesAt === -1 ? body : body.slice(0, notesAt);
  const notes = notesAt === -1 ? '"' : body.slice(notesAt + NOTES.length);
  if (!notes.endsWith('"')) return null;
  if (items !== '' && !(items.startsWith(ITEM) && items.endsWith('"') && items.length > ITEM.length)) return null;
  const reasons = items === '' ? [] : items.slice(ITEM.length, -1).split(`"${ITEM}`).map(unquoted);
  return { reasons, notes: unquoted(notes.slice(0, -1)) };
}

const unquoted = (text: string): string => text.replaceAll('\\"', '"');

import { bounded, LIMITS, type ParsedError, type ParsedException, type ParsedLink } from './parsed-error.ts';
import { CAUSE, CONTEXT, HEADER, readBlock, without } from './python-block.ts';

const SYNTAX_FRAME = /^(.*?) {2}File "(.+?)", line (\d{1,9})$/;
const SYNTAX_ERROR = /^(.*?)\b(SyntaxError|IndentationError|TabError): /;
const MEMBER = /^\s*\+(?:-\+)?-{8,} (?:\d+|\.\.\.) -{8,}$/;
const LAST_BORDER = /^\s*\+-{16,}$/;
/** Python prints no deeper groups than ten by itself. */
const MAX_DEPTH = 12;
/** Where the code, its carets and the error stand below a frame without a traceback. */
const SYNTAX_SPAN = 4;

interface Found {
  error: ParsedException;
  members: ParsedLink[];
  next: number;
}

/** A part of a chain and how the next one came of it. */
interface Part extends Found {
  leadsTo: 'cause' | 'context' | null;
}

/** Every Python error in a text, in order. Chains and groups are one error each: the one that ended the program. */
export const pythonErrors = (lines: readonly string[]): ParsedError[] => readErrors(lines, 0);

function readErrors(lines: readonly string[], depth: number): ParsedError[] {
  const errors: ParsedError[] = [];
  let chain: Part[] = [];
  const endChain = (): void => {
    const last = chain.at(-1);
    if (last !== undefined) errors.push(asError(chain, last));
    chain = [];
  };
  for (let i = 0; i < lines.length;) {
    const found = readAt(lines, i, depth);
    if (found === null) {
      i += 1;
      continue;
    }
    const link = relationBehind(lines, found.next);
    chain.push({ ...found, leadsTo: link?.relation ?? null });
    i = Math.max(link?.next ?? found.next, i + 1);
    if (link === null) endChain();
  }
  endChain();
  return errors;
}

function asError(chain: readonly Part[], last: Part): ParsedError {
  const before = chain.slice(0, -1).toReversed();
  const led = before.flatMap((part): ParsedLink[] => [
    { ...bounded(part.error), relation: part.leadsTo ?? 'context' },
    ...part.members,
  ]);
  return { ...bounded(last.error), language: 'python', links: [...last.members, ...led].slice(0, LIMITS.links) };
}

function readAt(lines: readonly string[], i: number, depth: number): Found | null {
  const header = HEADER.exec(lines[i]!);
  if (header === null) return readSyntaxError(lines, i);
  const prefix = prefixOf(header, lines[i + 1]);
  const block = readBlock(lines, i + 1, prefix);
  if (block === null) return null;
  const group = depth < MAX_DEPTH ? readMembers(lines, block.next, depth) : null;
  return { error: block.exception, members: group?.members ?? [], next: group?.next ?? block.next };
}

/** A group's lines begin with a bar; a container's name is repeated; what a logger wrote before the header is not. */
function prefixOf([, before = '', title = '']: RegExpExecArray, following: string | undefined): string {
  if (/^\s*\+ $/.test(before) && title.startsWith('Exception Group')) return before.replace(/\+ $/, '| ');
  return following !== undefined && following.startsWith(before) ? before : '';
}

/** The errors inside a group: between the borders, each with one more bar in front. */
function readMembers(lines: readonly string[], start: number, depth: number): { members: ParsedLink[]; next: number } | null {
  const first = lines[start] === undefined ? null : /^(\s*)\+-\+-/.exec(lines[start]);
  if (first === null || !MEMBER.test(lines[start]!)) return null;
  const indent = `${first[1] ?? ''}  `;
  const members: ParsedLink[] = [];
  let slice: string[] = [];
  const endMember = (): void => {
    const read = readErrors(slice, depth + 1);
    const bare = read.length > 0 ? read : bareMember(slice, depth + 1);
    for (const error of bare.slice(0, 1)) {
      const { links, language: _language, ...exception } = error;
      members.push({ ...exception, relation: 'member' }, ...links.filter((link) => link.relation === 'member'));
    }
    slice = [];
  };
  let i = start + 1;
  for (; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.startsWith(`${indent}+-`) && !line.startsWith(`${indent}+-+`)) {
      endMember();
      if (LAST_BORDER.test(line)) return { members, next: i + 1 };
      continue;
    }
    // Python closes all groups with the border of the innermost when it was the last of each.
    if (LAST_BORDER.test(line) && !(lines[i + 1] ?? '').startsWith(`${indent}+-`)) {
      endMember();
      return { members, next: i + 1 };
    }
    slice.push(without(line, `${indent}| `));
  }
  endMember();
  return { members, next: i };
}

/** A member that was never raised has no traceback: only its type and message. */
function bareMember(lines: readonly string[], depth: number): ParsedError[] {
  const block = readBlock(lines, 0, '');
  if (block === null) return [];
  const group = depth < MAX_DEPTH ? readMembers(lines, block.next, depth) : null;
  return [{ ...bounded(block.exception), language: 'python', links: group?.members ?? [] }];
}

/** Errors of the parser come without a traceback when the program itself could not be read. */
function readSyntaxError(lines: readonly string[], i: number): Found | null {
  const frame = SYNTAX_FRAME.exec(lines[i]!);
  if (frame === null) return null;
  const prefix = frame[1] ?? '';
  for (let at = i + 1; at <= Math.min(i + SYNTAX_SPAN, lines.length - 1); at += 1) {
    const error = SYNTAX_ERROR.exec(lines[at]!);
    if (error === null || error[1] !== prefix) continue;
    const block = readBlock(lines, i, prefix);
    return block === null ? null : { error: block.exception, members: [], next: block.next };
  }
  return null;
}

function relationBehind(lines: readonly string[], next: number): { relation: 'cause' | 'context'; next: number } | null {
  for (let i = next; i < Math.min(next + 3, lines.length); i += 1) {
    const line = lines[i]!;
    const relation = CAUSE.test(line) ? 'cause' : CONTEXT.test(line) ? 'context' : null;
    if (relation !== null) return { relation, next: i + 1 };
    if (!/^[\s|]*$/.test(line)) return null;
  }
  return null;
}

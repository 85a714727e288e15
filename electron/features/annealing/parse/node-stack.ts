import { fileOf, nodeFrame } from './node-frame.ts';
import { bounded, LIMITS, type ParsedError, type ParsedException, type ParsedFrame, type ParsedLink } from './parsed-error.ts';
import { LOG_LINE } from './plain-text.ts';

const HEAD =
  /^(\s*)((?:Uncaught |\(node:\d+\) )?(?:\[cause\]: |\[errors\]: \[)?\[?)([A-Z_$][\w$.]*)(?: \[([\w$]+)\])?(?:: (.*)|(?=\]? ?[[{]?$|\]))/;
const NAMES_ERROR = /(?:Error|Exception|Rejection|Warning)$/;
const SITE = /^((?:file:\/\/|node:|\/|[A-Za-z]:[\\/]).+):(\d{1,9})$/;
const CODE = /^\s+code: ["']([\w.-]+)["'],?$/;
/** Lines of a message between the error's name and its first frame. */
const MAX_MESSAGE_LINES = 30;
/** How far above an error Node prints the line of code that threw it. */
const SITE_DISTANCE = 8;

interface Seen {
  at: number;
  indent: number;
  relation: 'cause' | 'member' | null;
  exception: ParsedException;
  next: number;
}

/** Every error in a text as Node prints errors, in order. Causes and the errors of an AggregateError belong to the one that holds them. */
export function nodeErrors(lines: readonly string[]): ParsedError[] {
  const errors: ParsedError[] = [];
  /** Index behind which a nested error is still part of the last one. */
  let open: { indent: number } | null = null;
  let site: Site | null = null;
  for (let i = 0; i < lines.length;) {
    const line = lines[i]!;
    site = siteAt(lines, i) ?? site;
    const seen = line.length > LIMITS.message ? null : errorAt(lines, i);
    if (seen === null) {
      if (open !== null && (LOG_LINE.test(line) || /^Node\.js v\d/.test(line))) open = null;
      if (/^Node\.js v\d/.test(line)) thrownValue(lines, i, site, errors);
      i += 1;
      continue;
    }
    const last = errors.at(-1);
    if (last !== undefined && open !== null && (seen.relation !== null || seen.indent > open.indent)) {
      if (last.links.length < LIMITS.links) last.links.push({ ...bounded(seen.exception), relation: seen.relation ?? 'member' });
    } else {
      errors.push(asError(seen, site));
      open = { indent: seen.indent };
    }
    i = seen.next;
  }
  return errors.map(withoutEmptyHead);
}

interface Site {
  at: number;
  file: string;
  line: number;
  code: string;
}

/** `/a/b.js:3`, the line of code, and a caret below it. */
function siteAt(lines: readonly string[], i: number): Site | null {
  const match = SITE.exec(lines[i]!);
  if (match === null || !/^\s*\^+\s*$/.test(lines[i + 2] ?? '')) return null;
  return { at: i, file: fileOf(match[1] ?? ''), line: Number(match[2]), code: (lines[i + 1] ?? '').trim() };
}

function errorAt(lines: readonly string[], i: number): Seen | null {
  const head = HEAD.exec(lines[i]!);
  if (head === null) return null;
  const [, spaces = '', lead = '', type = '', bracketed, first = ''] = head;
  const indent = spaces.length;
  const message = [first.replace(/\]? ?\{$/, '').replace(/\]$/, lead.endsWith('[') ? '' : ']')];
  let next = i + 1;
  while (next < lines.length && message.length < MAX_MESSAGE_LINES && isMessage(lines[next]!, indent)) {
    message.push(lines[next]!);
    next += 1;
  }
  const frames: ParsedFrame[] = [];
  for (let frame = nodeFrame(lines[next] ?? ''); frame !== null && frame.indent > indent;) {
    frames.push(frame.frame);
    next += 1;
    frame = nodeFrame(lines[next] ?? '');
  }
  const opens = lines[next - 1]!.endsWith('{') || lines[i]!.endsWith('{');
  // A name and a colon alone are ordinary output, unless frames, properties or an unhandled error's brackets prove more.
  if (frames.length === 0 && ((!opens && indent === 0) || !NAMES_ERROR.test(type))) return null;
  if (frames.length === 0) {
    message.length = 1;
    next = i + 1;
  }
  const code = bracketed ?? (opens ? codeBelow(lines, next, indent) : null);
  return {
    at: i,
    indent,
    relation: lead.includes('[cause]') ? 'cause' : lead.includes('[errors]') ? 'member' : null,
    exception: { type, message: message.join('\n').trimEnd(), code: code ?? wordOf(first), frames: frames.toReversed() },
    next,
  };
}

const isMessage = (line: string, indent: number): boolean =>
  nodeFrame(line) === null && line.trim() !== '' && !LOG_LINE.test(line) && !HEAD.test(line) && !/^\s*[\]}],?$/.test(line) &&
  !(indent === 0 && /^Node\.js v\d/.test(line)); // prettier-ignore

/** `ENOENT: no such file…` */
const wordOf = (message: string): string | null => /^(E[A-Z]{3,}|ERR_\w+)\b/.exec(message)?.[1] ?? null;

function codeBelow(lines: readonly string[], from: number, indent: number): string | null {
  for (let i = from; i < Math.min(from + 12, lines.length); i += 1) {
    const line = lines[i]!;
    if (line.trimEnd() === `${' '.repeat(indent)}}` || HEAD.test(line)) return null;
    const code = CODE.exec(line);
    if (code !== null) return code[1] ?? null;
  }
  return null;
}

function asError({ exception, at }: Seen, site: Site | null): ParsedError {
  const near = site !== null && at - site.at <= SITE_DISTANCE ? site : null;
  const frames = exception.frames;
  const failing = near === null ? undefined : frames.findLast((frame) => frame.file === near.file && frame.line === near.line);
  if (failing !== undefined && near !== null) failing.code = near.code;
  // A file that cannot be parsed is not among the frames: only what Node printed above tells of it.
  else if (near !== null && exception.type === 'SyntaxError' && !near.file.startsWith('node:')) frames.push(frameOfSite(near));
  return { ...bounded(exception), language: 'node', links: [] };
}

const frameOfSite = ({ file, line, code }: Site): ParsedFrame => ({
  file,
  line,
  column: null,
  endColumn: null,
  function: '<module>',
  code,
});

/** `throw "text"`: no error object, only the place and the text. */
function thrownValue(lines: readonly string[], end: number, site: Site | null, errors: ParsedError[]): void {
  if (site === null || site.file.startsWith('node:')) return;
  const hint = lines.slice(site.at, end).findIndex((line) => line.startsWith('(Use `node --trace-uncaught'));
  if (hint < 0 || end - site.at > MAX_MESSAGE_LINES) return;
  const message = lines
    .slice(site.at + 3, site.at + hint)
    .join('\n')
    .trim();
  errors.push({
    ...bounded({ type: 'Uncaught', message, code: null, frames: [frameOfSite(site)] }),
    language: 'node',
    links: [],
  });
}

/** An AggregateError that never was thrown has no frames: those of its first error show where it came from. */
function withoutEmptyHead(error: ParsedError): ParsedError {
  const member: ParsedLink | undefined = error.links.find((link) => link.relation === 'member' && link.frames.length > 0);
  return error.frames.length > 0 || member === undefined ? error : { ...error, frames: member.frames };
}

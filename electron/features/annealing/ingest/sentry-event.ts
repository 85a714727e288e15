import { bounded, LIMITS, type ParsedError, type ParsedFrame, type ParsedLink } from '../parse/parsed-error.ts';

/** What an event of a Sentry SDK tells, as far as it concerns us. */
export interface SentryEvent {
  id: string | null;
  /** Epoch milliseconds; null when it is not told. */
  at: number | null;
  error: ParsedError;
  context: Record<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
const listOf = (value: unknown): readonly unknown[] => {
  const list = Array.isArray(value) ? (value as unknown[]) : fieldsOf(value)['values'];
  return Array.isArray(list) ? (list as unknown[]) : [];
};
const lineOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;

/** Levels that are no failure. */
const HARMLESS: ReadonlySet<string> = new Set(['debug', 'info', 'log', 'warning', 'sample']);

/** Null: the event is none of an error. Fields of the wrong type count as absent: nothing here throws. */
export function readSentryEvent(value: unknown): SentryEvent | null {
  const event = fieldsOf(value);
  const type = textOf(event['type']);
  if (type !== null && type !== '' && type !== 'error' && type !== 'default') return null;
  const error = errorOf(event);
  return error === null
    ? null
    : { id: textOf(event['event_id']), at: timeOf(event['timestamp']), error, context: factsOf(event) };
}

function errorOf(event: Fields): ParsedError | null {
  const language = languageOf(textOf(event['platform']));
  const exceptions = listOf(event['exception']).slice(-LIMITS.links).map(fieldsOf);
  const main = exceptions.at(-1);
  if (main === undefined) return messageOf(event);
  const links = exceptions
    .slice(0, -1)
    .toReversed()
    .map((one): ParsedLink => ({ ...exceptionOf(one), relation: relationOf(one, exceptions) }));
  return { ...exceptionOf(main), language, links };
}

function messageOf(event: Fields): ParsedError | null {
  const entry = fieldsOf(event['logentry']);
  const message = textOf(entry['formatted']) ?? textOf(entry['message']) ?? textOf(event['message']);
  if (message === null || HARMLESS.has(textOf(event['level']) ?? 'error')) return null;
  const threads = listOf(event['threads']).map(fieldsOf);
  const trace =
    fieldsOf(event['stacktrace'])['frames'] ?? fieldsOf(threads.find((one) => one['crashed'] === true)?.['stacktrace'])['frames'];
  return {
    ...bounded({ type: 'Message', message, code: null, frames: framesOf(trace) }),
    language: languageOf(textOf(event['platform'])),
    links: [],
  };
}

const exceptionOf = (exception: Fields) =>
  bounded({
    type: textOf(exception['type']) || 'Error',
    message: textOf(exception['value']) ?? '',
    code: codeOf(exception),
    frames: framesOf(fieldsOf(exception['stacktrace'])['frames']),
  });

function codeOf(exception: Fields): string | null {
  const errno = fieldsOf(fieldsOf(fieldsOf(exception['mechanism'])['meta'])['errno']);
  const value = textOf(exception['value']) ?? '';
  return (
    textOf(errno['name']) ?? /^\[(Errno \d+|WinError \d+)\]/.exec(value)?.[1] ?? /^(E[A-Z]{3,})\b: /.exec(value)?.[1] ?? null
  );
}

function framesOf(frames: unknown): ParsedFrame[] {
  if (!Array.isArray(frames)) return [];
  // A recursion of a thousand frames: both of its ends tell enough.
  const half = LIMITS.frames / 2;
  const kept: unknown[] = frames.length <= LIMITS.frames ? frames : [...frames.slice(0, half), ...frames.slice(-half)];
  return kept.map(fieldsOf).map((frame) => ({
    file: (textOf(frame['abs_path']) ?? textOf(frame['filename']) ?? textOf(frame['module']) ?? '').replace(/^file:\/\//, ''),
    line: lineOf(frame['lineno']),
    column: lineOf(frame['colno']),
    endColumn: null,
    function: textOf(frame['function']) ?? '',
    code: textOf(frame['context_line'])?.trim() ?? null,
  }));
}

function relationOf(exception: Fields, all: readonly Fields[]): ParsedLink['relation'] {
  const mechanism = fieldsOf(exception['mechanism']);
  const source = textOf(mechanism['source']) ?? '';
  if (source === '__context__') return 'context';
  const parent = mechanism['parent_id'];
  const isMember = all.some((one) => {
    const other = fieldsOf(one['mechanism']);
    return parent !== undefined && other['exception_id'] === parent && other['is_exception_group'] === true;
  });
  return isMember && source !== '__cause__' && source !== 'cause' ? 'member' : 'cause';
}

const languageOf = (platform: string | null): ParsedError['language'] =>
  platform === 'python' ? 'python' : platform === 'node' || platform === 'javascript' ? 'node' : 'other';

function timeOf(value: unknown): number | null {
  const ms = typeof value === 'number' ? value * 1000 : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isFinite(ms) && ms > 0 ? Math.round(ms) : null;
}

const FACTS = ['environment', 'release', 'server_name', 'logger', 'level', 'transaction'];

function factsOf(event: Fields): Record<string, string> {
  const facts: [string, string][] = FACTS.flatMap((name): [string, string][] => {
    const text = textOf(event[name]);
    return text === null ? [] : [[name, text]];
  });
  const tags = event['tags'];
  const pairs: unknown[][] = Array.isArray(tags) ? tags.filter((tag) => Array.isArray(tag)) : Object.entries(fieldsOf(tags));
  for (const [name, value] of pairs.slice(0, 20)) {
    const [key, text] = [textOf(name), textOf(value)];
    if (key !== null && text !== null) facts.push([`tag.${key}`, text]);
  }
  return Object.fromEntries(facts);
}

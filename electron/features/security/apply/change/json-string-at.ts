/** Where the text of a string value lies in a JSON text, quotes included; null when there is none at that path. */
export function jsonStringAt(json: string, path: readonly string[]): { start: number; end: number } | null {
  const found = find(json, skip(json, 0), path);
  return found !== null && json[found.start] === '"' ? found : null;
}

interface Span {
  start: number;
  end: number;
}

const skip = (json: string, from: number): number => from + (/^[\s\uFEFF]*/.exec(json.slice(from))?.[0].length ?? 0);

/** The value that `path` leads to from the value at `from`. The text is known to be JSON. */
function find(json: string, from: number, path: readonly string[]): Span | null {
  const [key, ...rest] = path;
  if (key === undefined) return { start: from, end: endOf(json, from) };
  if (json[from] !== '{') return null;
  let found: Span | null = null;
  for (let at = skip(json, from + 1); json[at] === '"';) {
    const nameEnd = endOf(json, at);
    const value = skip(json, skip(json, nameEnd) + 1);
    // Of a key that is there twice JSON.parse, and so npm, takes the last.
    if (JSON.parse(json.slice(at, nameEnd)) === key) found = find(json, value, rest);
    const after = skip(json, endOf(json, value));
    if (json[after] !== ',') break;
    at = skip(json, after + 1);
  }
  return found;
}

const STRING = /"(?:[^"\\]|\\.)*"/sy;
const SCALAR = /[^\s,\]}]+/y;

function endOf(json: string, from: number): number {
  const opening = json[from];
  if (opening === '"') return matchEnd(STRING, json, from);
  if (opening !== '{' && opening !== '[') return matchEnd(SCALAR, json, from);
  let depth = 0;
  for (let at = from; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') at = matchEnd(STRING, json, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return json.length;
}

function matchEnd(pattern: RegExp, json: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(json) ? pattern.lastIndex : json.length;
}

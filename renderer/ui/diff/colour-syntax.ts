/** What a stretch of code is, as far as colour goes. */
export type SyntaxKind = 'comment' | 'string' | 'number' | 'word' | 'plain';

const KEYWORDS: Readonly<Record<string, string>> = {
  py: 'and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield',
  js: 'as async await break case catch class const continue default delete do else enum export extends false finally for from function if implements import in instanceof interface let new null of return static super switch this throw true try type typeof undefined var void while with yield',
  sh: 'case do done elif else esac exit export fi for function if in local return set then until while',
  data: 'true false null yes no',
};

const FAMILIES: Readonly<Record<string, string>> = {
  py: 'py', sh: 'sh', bash: 'sh', js: 'js', mjs: 'js', cjs: 'js', jsx: 'js', ts: 'js', mts: 'js', cts: 'js', tsx: 'js',
  json: 'data', yaml: 'data', yml: 'data', toml: 'data',
}; // prettier-ignore

const STRING = `"(?:[^"\\\\]|\\\\.)*"?|'(?:[^'\\\\]|\\\\.)*'?`;
const NUMBER = String.raw`\b\d[\w.]*`;
const WORD = String.raw`[A-Za-z_]\w*`;

const patterns: Readonly<Record<string, RegExp>> = {
  py: new RegExp(`(#.*)|(${STRING})|(${NUMBER})|(${WORD})`, 'g'),
  sh: new RegExp(`((?<=^|\\s)#.*)|(${STRING})|(${NUMBER})|(${WORD})`, 'g'),
  data: new RegExp(`((?<=^|\\s)#.*)|(${STRING})|(${NUMBER})|(${WORD})`, 'g'),
  js: new RegExp(`(//.*|/\\*.*?(?:\\*/|$))|(${STRING}|\`(?:[^\`\\\\]|\\\\.)*\`?)|(${NUMBER})|(${WORD})`, 'g'),
};

/**
 * Splits one line of code into coloured stretches; a file of unknown language is one plain stretch. It sees one line
 * at a time, as a diff does: the inside of a multi-line string is coloured as code.
 */
export function colourSyntax(line: string, path: string): { text: string; kind: SyntaxKind }[] {
  const family = FAMILIES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  const pattern = family === undefined ? undefined : patterns[family];
  if (family === undefined || pattern === undefined || line.length > 1000) return [{ text: line, kind: 'plain' }];
  const words = new Set(KEYWORDS[family]?.split(' '));
  const parts: { text: string; kind: SyntaxKind }[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    const [text, comment, string, number] = match;
    const kind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : number !== undefined
            ? 'number'
            : words.has(text)
              ? 'word'
              : 'plain';
    if (kind === 'plain') continue;
    if (match.index > end) parts.push({ text: line.slice(end, match.index), kind: 'plain' });
    parts.push({ text, kind });
    end = match.index + text.length;
  }
  if (end < line.length || parts.length === 0) parts.push({ text: line.slice(end), kind: 'plain' });
  return parts;
}

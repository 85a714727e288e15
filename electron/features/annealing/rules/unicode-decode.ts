import type { Node } from 'web-tree-sitter';
import { around, failingNodes, isSame, only } from './nodes.ts';
import { noEdit, python, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { addArgument, argumentsOf, calleeOf, isExpected, methodOf } from './python-code.ts';

/** Bytes that are no text in the encoding. */
export const unicodeDecode: Rule = {
  id: 'unicode-decode',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'UnicodeDecodeError') return null;
    return {
      type: 'ENCODING_SAFETY',
      title: { en: 'Say the encoding, and what becomes of bytes that do not fit', ko: '인코딩과 해독 불가 바이트 처리 지정' },
      ...python("with open(path, encoding='utf-8', errors='replace') as file:", '    text = file.read()'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const direct = failingNodes({ ...code, span: null }, ['call'], (node) => ['decode', 'read_text'].includes(methodOf(node)));
  const call = direct.length > 0 ? only(direct) : only(opensAround(code));
  if (call === null) return noEdit('which text was read is not certain');
  const given = argumentsOf(call);
  if (given === null || given.named.has('errors') || given.positional.length > 2) return noEdit('its errors are handled already');
  if (methodOf(call) === 'decode' && given.positional.length > 1) return noEdit('its errors are handled already');
  if (isExpected(call, ['UnicodeDecodeError', 'UnicodeError', 'ValueError'])) return noEdit('the error is expected there');
  return { edits: [addArgument(given.list, 'errors="replace"')] };
}

/** Texts that are opened in the same function. */
function opensAround(code: FailingCode): Node[] {
  const here = code.tree.rootNode.descendantForPosition({ row: code.row, column: Math.max(0, firstColumn(code)) });
  const scope = (here === null ? null : around(here, ['function_definition'])) ?? code.tree.rootNode;
  return scope
    .descendantsOfType('call')
    .filter(
      (node): node is Node =>
        node !== null &&
        calleeOf(node) === 'open' &&
        isText(node) &&
        isSame(around(node, ['function_definition', 'module']), scope),
    );
}

function firstColumn({ text, row }: FailingCode): number {
  return (text.split(/\r\n|\r|\n/)[row] ?? '').search(/\S/);
}

function isText(call: Node): boolean {
  const given = argumentsOf(call);
  const mode = given?.positional[1] ?? given?.named.get('mode');
  return given !== null && (mode === undefined || !mode.text.includes('b'));
}

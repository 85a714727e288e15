import type { Node } from 'web-tree-sitter';
import { failingNodes, only, around } from './nodes.ts';
import { noEdit, python, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import {
  argumentsOf,
  calleeOf,
  importing,
  indentOf,
  insertBefore,
  isExpected,
  isRepeatable,
  lineEnd,
  statementOf,
  step,
} from './python-code.ts';

/** A file that is read is looked for first; the folder of one that is written is made. */
export const fileNotFound: Rule = {
  id: 'file-not-found',
  examine({ language, type }) {
    if (language !== 'python' || type !== 'FileNotFoundError') return null;
    return {
      type: 'FILE_CHECK',
      title: { en: 'Check that the file exists', ko: '파일 존재 확인 로직 추가' },
      ...python('if not Path(file_path).exists():', "    logger.error(f'File not found: {file_path}')", '    return None'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const call = only(failingNodes(code, ['call'], (node) => calleeOf(node) === 'open'));
  if (call === null) return noEdit('there is not exactly one open() on the failing line');
  if (isExpected(call, ['FileNotFoundError', 'OSError', 'IOError', 'EnvironmentError']))
    return noEdit('the error is expected there');
  const given = argumentsOf(call);
  const path = given?.positional[0] ?? given?.named.get('file') ?? null;
  if (given === null || path === null || !isRepeatable(path)) return noEdit('the path cannot be written twice');
  const mode = given.positional[1] ?? given.named.get('mode');
  const letters = mode === undefined ? 'r' : /^["']([rwaxbt+U]+)["']$/.exec(mode.text)?.[1];
  if (letters === undefined) return noEdit('whether it reads or writes is not known');
  return /[wax]/.test(letters) ? makeFolder(code, call, path) : returnWithout(code, call, path);
}

function makeFolder(code: FailingCode, call: Node, path: Node): EditPlan {
  const statement = statementOf(call);
  const inserted =
    statement === null
      ? null
      : insertBefore(code, statement, [`os.makedirs(os.path.dirname(${path.text}) or ".", exist_ok=True)`]);
  if (inserted === null) return noEdit('the statement does not stand on lines of its own');
  return { edits: [...importing(code, 'os'), inserted] };
}

function returnWithout(code: FailingCode, call: Node, path: Node): EditPlan {
  const scope = around(call, ['function_definition', 'lambda', 'class_definition']);
  if (scope?.type !== 'function_definition') return noEdit('outside of a function there is nothing to return from');
  const statement = statementOf(call);
  const indent = statement === null ? null : indentOf(code, statement);
  if (statement === null || indent === null) return noEdit('the statement does not stand on lines of its own');
  const text = `if not os.path.exists(${path.text}):${lineEnd(code.text)}${indent}${step(indent)}return None`;
  const inserted = insertBefore(code, statement, [text]);
  return inserted === null
    ? noEdit('the statement does not stand on lines of its own')
    : { edits: [...importing(code, 'os'), inserted] };
}

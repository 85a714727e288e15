import { isExpectedScript, isRepeatableScript } from './script-code.ts';
import { failingNodes, only } from './nodes.ts';
import { javascript, noEdit, replaceNode, type EditPlan, type FailingCode, type Rule } from './rule.ts';

/** A file that is read is looked for first. */
export const nodeMissingFile: Rule = {
  id: 'node-missing-file',
  examine({ language, code, message }) {
    if (language !== 'node' || code !== 'ENOENT' || !message.startsWith('ENOENT: no such file or directory')) return null;
    return {
      type: 'FILE_CHECK',
      title: { en: 'Check that the file exists', ko: '파일 존재 확인 로직 추가' },
      ...javascript('if (!fs.existsSync(path)) {', '  console.error(`File not found: ${path}`);', '  return null;', '}'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  if (!/, (?:open|read)\b/.test(code.examined.message)) return noEdit('it is not a file that is read');
  const call = only(
    failingNodes(
      { ...code, span: null },
      ['call_expression'],
      (node) => node.childForFieldName('function')?.text === 'fs.readFileSync',
    ),
  );
  const path = call?.childForFieldName('arguments')?.namedChildren[0] ?? null;
  if (call === null || path === null || !isRepeatableScript(path))
    return noEdit('there is not exactly one fs.readFileSync of a plain path on the failing line');
  if (isExpectedScript(call)) return noEdit('the error is expected there');
  return replaceNode(call, `(fs.existsSync(${path.text}) ? ${call.text} : null)`);
}

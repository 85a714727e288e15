import type { Node } from 'web-tree-sitter';
import { failingNodes, only } from './nodes.ts';
import { javascript, noEdit, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { isExpectedScript, isReadScript } from './script-code.ts';

const MESSAGE = /^Cannot read properties of (?:undefined|null) \(reading '(.+)'\)/;

/** A property is read only of something that is there. */
export const nodeUndefinedProperty: Rule = {
  id: 'node-undefined-property',
  examine({ language, type, message }) {
    if (language !== 'node' || type !== 'TypeError' || !MESSAGE.test(message)) return null;
    return {
      type: 'ATTR_CHECK',
      title: { en: 'Read the property only of something that is there', ko: '값이 있을 때만 속성 읽기' },
      ...javascript('const name = user?.profile?.name ?? null;'),
      edit,
    };
  },
};

function edit(code: FailingCode): EditPlan {
  const { examined } = code;
  if (examined.innermost !== examined.frame) return noEdit('it failed in code of others');
  const name = MESSAGE.exec(examined.message)?.[1] ?? '';
  const named = failingNodes(
    { ...code, span: null },
    ['member_expression'],
    (node) => node.childForFieldName('property')?.text === name,
  ).filter(isPlain);
  const indexed =
    named.length > 0
      ? []
      : failingNodes({ ...code, span: null }, ['subscript_expression'], (node) => indexFits(node, name)).filter(isPlain);
  const marked = [...named, ...indexed].filter((node) => code.span !== null && markedColumn(node) === code.span.from);
  const node = only(marked.length > 0 ? marked : [...named, ...indexed]);
  if (node === null) return noEdit('which access failed is not certain');
  if (isExpectedScript(node)) return noEdit('the error is expected there');
  if (!isReadScript(node)) return noEdit('something is assigned to it');
  const object = node.childForFieldName('object')!;
  if (node.type === 'subscript_expression') return { edits: [{ from: object.endIndex, to: object.endIndex, text: '?.' }] };
  const dot = node.children.find((child) => child?.type === '.');
  return dot === null || dot === undefined
    ? noEdit('which access failed is not certain')
    : { edits: [{ from: dot.startIndex, to: dot.endIndex, text: '?.' }] };
}

const isPlain = (node: Node): boolean =>
  node.childForFieldName('object')?.type !== 'super' &&
  !node.children.some((child) => child?.type === 'optional_chain' || child?.type === '?.');

const markedColumn = (node: Node): number =>
  (node.childForFieldName('property') ?? node.childForFieldName('index'))?.startPosition.column ?? -1;

function indexFits(node: Node, name: string): boolean {
  const index = node.childForFieldName('index');
  if (index === null) return false;
  return index.type === 'number' || index.type === 'string' ? index.text.replaceAll(/^["']|["']$/g, '') === name : true;
}

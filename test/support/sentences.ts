import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
/** Answers to programs over HTTP are in the language of their protocol. */
const FOR_PROGRAMS = /^electron\/features\/(?:annealing\/ingest|loopback)\//;
/** Properties that hold a sentence for people. */
const PROPERTIES = new Set(['detail', 'why', 'because', 'reason', 'message', 'none', 'noPatch', 'missing', 'advice']);

/** Every sentence that the sources give as a message, reason or detail, with `{0}`, `{1}`, … where a value stands. */
export const sentencesOf = (pattern: string): Set<string> => new Set([...textsAt(pattern, spokenIn)].filter(isSentence));

/** Every text in the sources, wherever it stands. */
export const allTextsOf = (pattern: string): Set<string> => textsAt(pattern, (node) => node);

function textsAt(pattern: string, spoken: (node: ts.Node) => ts.Node | undefined): Set<string> {
  const found = new Set<string>();
  for (const file of globSync(pattern, { cwd: ROOT }).filter((path) => !FOR_PROGRAMS.test(path))) {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      for (const text of textsOf(spoken(node))) found.add(text);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function spokenIn(node: ts.Node): ts.Node | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'AppError') return node.arguments?.[1];
  return ts.isPropertyAssignment(node) && PROPERTIES.has(node.name.getText()) ? node.initializer : undefined;
}

function textsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('')];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return [...textsOf(node.left), ...textsOf(node.right)];
  return [];
}

/** Two words at least that are no values: `{0}: {1}` says the same in every language. */
const isSentence = (text: string): boolean =>
  text.includes(' ') && (text.replaceAll(/\{\d\}/g, '').match(/[A-Za-z]{2,}/g) ?? []).length > 1;

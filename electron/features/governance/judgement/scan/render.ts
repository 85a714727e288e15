import type { StructureNode, StructureTree } from '../../../../../shared/model/governance.ts';

const MOST_REASONS = 8;

/** All nodes of a scan, parents before their children. */
export function* nodesOf(node: StructureNode): Generator<StructureNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

/** The reasons of a node as lines for people. */
export function reasonsOf(node: Pick<StructureNode, 'findings' | 'limits'>): string[] {
  const findings = node.findings.map(({ severity, key, message, line, rule }) => {
    const where = line === null ? '' : ` (line ${line})`;
    const by = rule === 'constitution' ? '' : ` [${rule}]`;
    return `[${severity.toUpperCase()}] ${key === '' ? '' : `${key}: `}${message}${where}${by}`;
  });
  const limits = node.limits.map(
    ({ limit, actual, allowed, action }) => `[LIMIT] ${limit}: ${actual}/${allowed} → ${ADVICE[action]}`,
  );
  return [...findings, ...limits];
}

const ADVICE = {
  warn: 'warning',
  'clean-up': 'forced clean-up recommended',
  rotate: 'rotate or archive the log',
  dissolve: 'dissolution is due',
} as const;

/** The scan as plain text: counts, then everything that is not Canonical. */
export function renderText(tree: StructureTree): string {
  const lines = [
    `Structures: ${total(tree)}`,
    ...Object.entries(tree.counts).map(([result, count]) => `  ${result}: ${count}`),
    '',
  ];
  for (const node of nodesOf(tree.root)) {
    const reasons = reasonsOf(node);
    if (reasons.length === 0 && (node.result === 'Canonical' || node.result === 'Container')) continue;
    lines.push(
      `[${node.result}] ${shownPath(node)}${node.bootstrap ? ' (vouched for by the Canon)' : ''}`,
      ...shortened(reasons).map((reason) => `  - ${reason}`),
      '',
    );
  }
  for (const { path, detail } of tree.unreadable) lines.push(`[Could not check] ${oneLine(path)}: ${oneLine(detail)}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The scan as a Markdown report in the original's order: what blocks first. */
export function renderMarkdown(tree: StructureTree): string {
  const nodes = [...nodesOf(tree.root)];
  const section = (title: string, result: StructureNode['result']): string[] => {
    const rows = nodes.filter((node) => node.result === result);
    const body = rows.flatMap((node) => [
      `- ${code(shownPath(node))}`,
      ...shortened(reasonsOf(node)).map((reason) => `  - ${escaped(reason)}`),
    ]);
    return [`## ${title}`, '', ...(body.length === 0 ? ['- (none)'] : body), ''];
  };
  const unread = tree.unreadable.map(({ path, detail }) => `- ${code(path)}: ${escaped(detail)}`);
  return `${[
    '# Scan Report',
    '',
    `Scanned: ${new Date(tree.scannedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`,
    '',
    '## Summary',
    '',
    `- Total structures: ${total(tree)}`,
    ...Object.entries(tree.counts).map(([result, count]) => `- ${result}: ${count}`),
    '',
    ...section('Non-Canonical', 'Non-Canonical'),
    ...section('Canonical-Conditional', 'Canonical-Conditional'),
    ...section('Canonical', 'Canonical'),
    ...section('Containers', 'Container'),
    ...(unread.length === 0 ? [] : ['## Could not check', '', ...unread, '']),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** The scan as JSON: the original's keys (`path`, `has_blueprint`, `result`, `reasons`, `sub_structures`), and Nightguard's beside them. */
export function renderJson(tree: StructureTree): string {
  const plain = ({ children, ...node }: StructureNode): object => ({
    ...node,
    has_blueprint: node.file !== null,
    reasons: reasonsOf(node),
    sub_structures: children.map(plain),
  });
  return `${JSON.stringify({ ...plain(tree.root), counts: tree.counts, scanned_at: tree.scannedAt, unreadable: tree.unreadable }, null, 2)}\n`;
}

const total = ({ counts }: StructureTree): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
const shownPath = ({ path }: StructureNode): string => (path === '' ? '.' : oneLine(path));
/** Names and values come from strangers: nothing of them may break a line or a terminal. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
const escaped = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`);
const code = (text: string): string => `\`${oneLine(text).replaceAll('`', "'")}\``;

const shortened = (reasons: readonly string[]): string[] => {
  const shown = reasons.slice(0, MOST_REASONS).map(oneLine);
  return reasons.length > MOST_REASONS ? [...shown, `… and ${reasons.length - MOST_REASONS} more`] : shown;
};

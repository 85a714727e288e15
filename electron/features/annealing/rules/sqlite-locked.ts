import type { Node } from 'web-tree-sitter';
import { only } from './nodes.ts';
import { noEdit, python, type EditPlan, type FailingCode, type Rule } from './rule.ts';
import { addArgument, argumentsOf, calleeOf } from './python-code.ts';

/** Another connection is writing: waiting helps. */
export const sqliteLocked: Rule = {
  id: 'sqlite-locked',
  examine({ language, type, message }) {
    if (language !== 'python' || type !== 'OperationalError' || !/database(?: table)? is locked/.test(message)) return null;
    return {
      type: 'DATABASE_LOCK',
      title: { en: 'Wait for the other writer, and keep transactions short', ko: '잠금 대기 시간 지정, 트랜잭션 짧게 유지' },
      ...python(
        'connection = sqlite3.connect(path, timeout=30)',
        "connection.execute('PRAGMA journal_mode=WAL')",
        'with connection:',
        '    connection.execute(statement)',
      ),
      edit,
    };
  },
};

function edit({ tree }: FailingCode): EditPlan {
  const calls = tree.rootNode
    .descendantsOfType('call')
    .filter((node): node is Node => node !== null && calleeOf(node) === 'sqlite3.connect');
  const call = only(calls);
  const given = call === null ? null : argumentsOf(call);
  if (given === null) return noEdit('where the connection is opened is not certain');
  if (given.positional.length !== 1 || given.named.has('timeout')) return noEdit('it waits already');
  return { edits: [addArgument(given.list, 'timeout=30')] };
}

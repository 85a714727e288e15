import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerRequests } from '../../../../../electron/features/governance/approvals/index.ts';
import { pathsIn } from '../../../../../electron/features/governance/approvals/target-paths.ts';
import { permission, withFrontMatter } from '../support/documents.ts';
import { createRoom, type Room } from '../support/room.ts';

const CANON = 'README.md';

// Somebody who lets agents do anything has not let them change the constitution.
let room: Room;
beforeEach(() => {
  const rule = { name: 'agents', effect: 'allow', types: ['agent.*'], paths: [], actors: [], reason: '' } as const;
  room = createRoom({ rules: [{ ...rule, types: [...rule.types], paths: [], actors: [] }] });
  room.write({ [CANON]: '# Canon\n', '02_AAOS-Immune_system/DNA.md': '' });
});
afterEach(() => room.dispose());

test.each([
  CANON, ` ${CANON} `, `./././${CANON}`, `\`${CANON}\``, `"${CANON}"`, `${CANON}, libs/a.py`, `libs/a.py and ${CANON}`, `file:${CANON}`, `file://${CANON}`,
  `workspace:${CANON}`, `${CANON}#rules`, `${CANON}:1`, `${CANON}:1:7`, '02_AAOS-Immune_system', '02_AAOS-Immune_system/', 'the 02_AAOS-Immune_system folder',
  '02_AAOS-Immune_system/a new file.md', 'nightguard.yaml (all of it)',
])('a request for %j is not allowed by a rule that lets agents do anything', async (target) => {
  room.write({ 'permission-requests/r.md': withFrontMatter({ ...permission, action: 'edit', target }) });
  const [answer] = await answerRequests({ ...room, preview: (act) => room.gate.preview(act), onAnswer: () => undefined });
  expect(answer?.verdict).not.toBe('allow');
}); // prettier-ignore

test('words and addresses are no paths, and a name with spaces is one when it is there', () => {
  const nothing = (): boolean => false;
  expect(pathsIn('Telegram API', nothing)).toEqual([]);
  expect(pathsIn('https://api.example.org/a.md', nothing)).toEqual([]);
  expect(pathsIn('libs/a.py', nothing)).toEqual(['libs/a.py']);
  expect(pathsIn('내 폴더/할 일.md', (path) => path === '내 폴더/할 일.md')).toContain('내 폴더/할 일.md');
});

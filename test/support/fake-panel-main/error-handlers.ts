import { AppError } from '../../../electron/kernel/errors.ts';
import type { Handlers } from '../../../electron/ipc/bind.ts';
import type { ErrorEvent, ErrorGroup, GroupState } from '../../../shared/model/annealing.ts';
import { HOUR, MINUTE, NOW, hashOf } from './fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

const UNIFIED = `--- a/execution/scouting/fetch_trends.py
+++ b/execution/scouting/fetch_trends.py
@@ -12,5 +12,5 @@
 def price_of(order):
     total = 0
     for line in order["lines"]:
-        total += line["price"] * line["count"]
+        total += line.get("price") * line["count"]
     return total
`;

const FILE = 'execution/scouting/fetch_trends.py';

const group = (id: number, key: string, state: GroupState, rest: Partial<ErrorGroup> = {}): ErrorGroup => ({
  id,
  key,
  type: key.split(':')[0] ?? key,
  function: key.split(':')[1] ?? '',
  language: 'python',
  message: "'price'",
  file: FILE,
  line: 15,
  state,
  total: 7,
  count: 3,
  firstSeen: NOW - 9 * HOUR,
  lastSeen: NOW - 12 * MINUTE,
  analysis: null,
  fix: null,
  fingerprints: [`v1-${hashOf(key).slice(0, 16)}`],
  ...rest,
});

const analysis = (verdict: 'proven' | 'not-proven' | 'refuted'): NonNullable<ErrorGroup['analysis']> => ({
  at: NOW - 12 * MINUTE,
  count: 3,
  suggestions: [
    {
      rule: 'key-error',
      type: 'DICT_SAFETY',
      title: { en: 'Use .get() with a default', ko: '.get()으로 안전하게 접근' },
      code: 'value = data.get("price", 0)',
      codeLanguage: 'python',
      patch: { file: FILE, beforeHash: hashOf('before'), afterHash: hashOf('after'), unified: UNIFIED },
      noPatch: null,
      proof: {
        verdict,
        at: NOW - 12 * MINUTE,
        reason:
          verdict === 'proven'
            ? 'it failed with KeyError:price_of, and ran to its end with the fix (0.4 s)'
            : 'it still fails with KeyError:price_of',
      },
    },
  ],
  source: {
    file: FILE,
    from: 13,
    lines: ['    total = 0', '    for line in order["lines"]:', '        total += line["price"] * line["count"]'],
  },
  suspect: { release: 'R-0142', at: NOW - 9 * HOUR - 4 * MINUTE, minutesBefore: 4 },
  related: [2],
});

const GROUPS: ErrorGroup[] = [
  group(1, 'KeyError:price_of', 'proposed', {
    analysis: analysis('proven'),
    fingerprints: ['v1-aaaaaaaaaaaaaaaa', 'v1-bbbbbbbbbbbbbbbb'],
  }),
  group(2, 'ValueError:parse', 'regressed', {
    message: "invalid literal for int() with base 10: '12,5'",
    analysis: { ...analysis('refuted'), suspect: null, related: [1] },
    fix: {
      state: 'taken-back',
      release: 'R-0139',
      file: FILE,
      verdict: 'proven',
      at: NOW - 2 * HOUR,
      reason: 'the error came back: R-0139 was rolled back by R-0140',
    },
  }),
  group(3, 'TypeError:공유하기', 'new', {
    language: 'node',
    message: "Cannot read properties of undefined (reading 'url')",
    count: 1,
    total: 1,
  }),
];
const HOURS = Array.from({ length: 24 }, (_, hour) => (hour % 5 === 0 ? hour : 0));

const frame = (file: string, line: number, name: string, own: boolean) => ({
  file, line, column: null, endColumn: null, function: name, own, code: own ? 'total += line["price"] * line["count"]' : null,
}); // prettier-ignore

const eventOf = ({ type, message, language, lastSeen }: ErrorGroup): ErrorEvent => ({
  at: lastSeen,
  source: 'run',
  language,
  type,
  message,
  code: null,
  frames: [
    frame('/usr/lib/python3.11/runpy.py', 198, '_run_module_as_main', false),
    frame(FILE, 40, 'main', true),
    frame(FILE, 15, 'price_of', true),
  ],
  links: [],
  subject: null,
  command: { argv: ['python3', FILE], cwd: '', exitCode: 1 },
  context: { command: `python3 ${FILE}` },
});

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Channels = `errors:${'list' | 'report' | 'state' | 'merge' | 'split' | 'fix' | 'question' | 'ask'}`;

/** Errors of fixtures: `empty` has none, and listens; a fix waits for approval. */
export function errorHandlers(name: ScenarioName, act: Act): Pick<Handlers, Channels> {
  let groups = name === 'empty' || name === 'good' ? [] : GROUPS;
  const find = (id: number): ErrorGroup => {
    const found = groups.find((one) => one.id === id);
    if (found === undefined) throw new AppError('not-found', `There is no error group ${id}.`);
    return found;
  };
  const change = (id: number, part: Partial<ErrorGroup>): ErrorGroup => {
    groups = groups.map((one) => (one.id === id ? { ...one, ...part } : one));
    return find(id);
  };
  return {
    'errors:list': ({ all }) => ({
      groups: groups
        .filter(({ state }) => all || (state !== 'fixed' && state !== 'ignored'))
        .map((one) => ({ group: one, hours: HOURS })),
      dsn: name === 'empty' ? 'http://0123456789abcdef@127.0.0.1:9797/1' : null,
    }),
    'errors:report': ({ id }) => ({ group: find(id), events: [eventOf(find(id))], hours: HOURS }),
    'errors:state': act('errors:state', ({ id, state }) => change(id, { state })),
    'errors:merge': act('errors:merge', ({ from, into }) => {
      groups = groups.filter((one) => one.id !== from);
      return find(into);
    }),
    'errors:split': act('errors:split', ({ id }) => change(id, { fingerprints: find(id).fingerprints.slice(0, 1) })),
    'errors:fix': act('errors:fix', ({ id }) => ({
      status: 'HELD' as const,
      group: change(id, {
        fix: { state: 'asked', release: null, file: FILE, verdict: 'proven', at: NOW, reason: 'Code is changed.' },
      }),
      suggestion: find(id).analysis?.suggestions[0] ?? null,
      release: null,
      reason: 'Code is changed. It waits for you: nightguard approvals show 7',
    })),
    'errors:question': ({ id }) => ({
      provider: 'google',
      model: 'gemini-2.5-flash',
      address: '',
      system: 'You mend one failing program.',
      text: JSON.stringify({ error: { type: find(id).type, message: find(id).message } }, null, 1),
      hash: hashOf(`question ${id}`),
      tokens: 812,
      tokensLeft: 199_188,
      obstacle: id === 3 ? 'AI is turned off (annealing.ai.enabled)' : null,
    }),
    'errors:ask': act('errors:ask', ({ id }) => {
      const known = find(id).analysis ?? analysis('not-proven');
      const proposed = {
        ...known.suggestions[0]!,
        rule: 'ai',
        title: { en: 'Prices may be missing: count them as zero', ko: '가격이 없으면 0으로 계산' },
        by: { model: 'gemini-2.5-flash', tokens: 930, usd: 0.0012 },
      };
      return {
        status: 'PROPOSED' as const,
        group: change(id, { analysis: { ...known, suggestions: [...known.suggestions, proposed] } }),
        suggestion: proposed,
        reason: null,
      };
    }),
  };
}

import { describe, expect, it } from 'vitest';
import { examine } from '../../../../../electron/features/annealing/analyse/examine.ts';
import { generalRule, rules } from '../../../../../electron/features/annealing/rules/index.ts';
import type { ErrorEvent, ErrorFrame } from '../../../../../shared/model/annealing.ts';
import { anEvent } from '../support/room.ts';

const own: ErrorFrame = anEvent().frames[0]!;
const foreign = (file: string): ErrorFrame => ({ ...own, file, own: false });
const ruleFor = (change: Partial<ErrorEvent>): string[] =>
  examine(anEvent({ code: null, message: '', ...change }), rules, generalRule).map(({ rule, finding }) => {
    expect(finding.example).not.toBe('');
    expect(finding.title.ko).toMatch(/[가-힣]/);
    return rule.id;
  });
const node = (change: Partial<ErrorEvent>): string[] => ruleFor({ language: 'node', type: 'Error', ...change });

/** Each rule: an error that it is for, and near ones that it is not for. */
const CASES: [string, Partial<ErrorEvent>[], Partial<ErrorEvent>[]][] = [
  [
    'file-not-found',
    [{ type: 'FileNotFoundError' }],
    [{ type: 'FileExistsError' }, { type: 'FileNotFoundError', language: 'other' }],
  ],
  ['key-error', [{ type: 'KeyError' }], [{ type: 'LookupError' }, { type: 'MyKeyError' }]],
  ['index-error', [{ type: 'IndexError' }], [{ type: 'StopIteration' }]],
  [
    'attribute-error',
    [{ type: 'AttributeError', message: "'NoneType' object has no attribute 'x'" }],
    [{ type: 'AttributeError', message: "module 'a' has no attribute 'b'" }],
  ],
  [
    'type-error',
    [
      { type: 'TypeError', message: 'can only concatenate str (not "int") to str' },
      { type: 'TypeError', message: "unsupported operand type(s) for +: 'int' and 'str'" },
    ],
    [
      { type: 'TypeError', message: "f() missing 1 required positional argument: 'a'" },
      { type: 'TypeError', message: "'int' object is not callable" },
    ],
  ],
  [
    'connection-error',
    [
      { type: 'ConnectionError' },
      { type: 'requests.exceptions.ConnectionError' },
      { type: 'TimeoutError' },
      { type: 'urllib.error.URLError' },
    ],
    [{ type: 'TimeoutError', frames: [own, foreign('/usr/lib/python3/asyncio/timeouts.py')] }],
  ],
  [
    'asyncio-timeout',
    [{ type: 'TimeoutError', frames: [own, foreign('/usr/lib/python3.11/asyncio/tasks.py')] }],
    [{ type: 'TimeoutError' }],
  ],
  [
    'module-not-found',
    [
      { type: 'ModuleNotFoundError', message: "No module named 'yaml'" },
      { type: 'ImportError', message: "cannot import name 'a' from 'b'" },
    ],
    [{ type: 'ImportError', message: 'libfoo.so: cannot open shared object file' }],
  ],
  ['permission-error', [{ type: 'PermissionError' }, { language: 'node', type: 'Error', code: 'EACCES' }], [{ type: 'OSError' }]],
  ['unicode-decode', [{ type: 'UnicodeDecodeError' }], [{ type: 'UnicodeEncodeError' }]],
  ['json-decode', [{ type: 'json.decoder.JSONDecodeError' }], [{ type: 'ValueError' }]],
  ['zero-division', [{ type: 'ZeroDivisionError' }], [{ type: 'OverflowError' }]],
  [
    'number-parsing',
    [
      { type: 'ValueError', message: "invalid literal for int() with base 10: 'x'" },
      { type: 'ValueError', message: "could not convert string to float: 'x'" },
    ],
    [{ type: 'ValueError', message: 'too many values to unpack (expected 2)' }],
  ],
  [
    'recursion-error',
    [{ type: 'RecursionError' }, { language: 'node', type: 'RangeError', message: 'Maximum call stack size exceeded' }],
    [{ language: 'node', type: 'RangeError', message: 'Invalid array length' }],
  ],
  ['memory-error', [{ type: 'MemoryError' }], [{ type: 'BufferError' }]],
  [
    'no-space',
    [
      { type: 'OSError', message: '[Errno 28] No space left on device' },
      { language: 'node', type: 'Error', code: 'ENOSPC' },
    ],
    [{ type: 'OSError', message: '[Errno 5] Input/output error' }],
  ],
  [
    'sqlite-locked',
    [{ type: 'sqlite3.OperationalError', message: 'database is locked' }],
    [{ type: 'sqlite3.OperationalError', message: 'no such table: t' }],
  ],
  [
    'rate-limit',
    [
      { type: 'urllib.error.HTTPError', message: 'HTTP Error 429: Too Many Requests' },
      { type: 'openai.RateLimitError', message: 'x' },
    ],
    [
      { type: 'urllib.error.HTTPError', message: 'HTTP Error 404: Not Found' },
      { type: 'ValueError', message: 'expected 429 rows' },
    ],
  ],
  [
    'node-missing-file',
    [{ language: 'node', type: 'Error', code: 'ENOENT', message: "ENOENT: no such file or directory, open 'a'" }],
    [
      { language: 'node', type: 'Error', code: 'EISDIR', message: 'EISDIR: illegal operation' },
      { language: 'node', type: 'Error', code: 'ENOENT', message: 'spawn nope ENOENT' },
    ],
  ],
  [
    'node-connection-refused',
    [
      { language: 'node', type: 'Error', code: 'ECONNREFUSED' },
      { language: 'node', type: 'Error', message: 'connect ECONNREFUSED 127.0.0.1:1' },
    ],
    [{ language: 'node', type: 'Error', code: 'EADDRINUSE' }],
  ],
  [
    'node-undefined-property',
    [{ language: 'node', type: 'TypeError', message: "Cannot read properties of undefined (reading 'a')" }],
    [
      { language: 'node', type: 'TypeError', message: "Cannot set properties of undefined (setting 'a')" },
      { language: 'node', type: 'TypeError', message: 'x is not a function' },
    ],
  ],
  [
    'node-module-missing',
    [
      { language: 'node', type: 'Error', message: "Cannot find module './a'" },
      { language: 'node', type: 'Error', message: "Cannot find package 'a' imported from /b" },
    ],
    [{ language: 'node', type: 'Error', message: 'Cannot find the way' }],
  ],
  [
    'node-unhandled-rejection',
    [{ language: 'node', type: 'UnhandledPromiseRejection' }],
    [{ language: 'node', type: 'Error', message: 'rejected' }],
  ],
];

describe.each(CASES)('the rule %s', (id, fits, others) => {
  it('applies to what it is for', () => {
    for (const error of fits) expect(ruleFor(error)).toContain(id);
  });

  it('does not apply to what is near', () => {
    for (const error of others) expect(ruleFor(error)).not.toContain(id);
  });
});

describe('all rules together', () => {
  it('have a case here each', () => {
    expect(CASES.map(([id]) => id).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it('say nothing where none applies', () => {
    for (const type of ['AssertionError', 'NameError', 'MyOwnError', 'SyntaxError']) expect(ruleFor({ type })).toEqual([]);
    expect(node({ message: 'odd' })).toEqual([]);
    expect(ruleFor({ language: 'other', type: 'ExitCode' })).toEqual([]);
  });

  it('fall back to the general one only where others’ code failed below the workspace’s own', () => {
    expect(ruleFor({ type: 'ssl.SSLError', frames: [own, foreign('/usr/lib/python3/ssl.py')] })).toEqual(['general']);
    expect(ruleFor({ type: 'ssl.SSLError', frames: [foreign('/usr/lib/python3/ssl.py')] })).toEqual([]);
  });

  it('look at the causes when nothing is known of the error itself', () => {
    const link = { relation: 'cause' as const, type: 'KeyError', message: "'a'", frames: [own] };
    expect(ruleFor({ type: 'MyOwnError', links: [link] })).toEqual(['key-error']);
  });
});

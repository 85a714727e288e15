import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonStringAt } from '../../../../electron/features/security/apply/change/json-string-at.ts';
import { lastRun, noteRun, shouldUpdate } from '../../../../electron/features/security/log/last-run.ts';

const local = (...parts: [number, number, number, number]): number => new Date(...parts).getTime();

describe('the weekly limit', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'nightguard-week-'));
  });
  afterEach(() => rmSync(workspace, { recursive: true, force: true }));
  const now = local(2026, 10, 22, 2);
  const note = (text: string): void => {
    mkdirSync(join(workspace, '.tmp'), { recursive: true });
    writeFileSync(join(workspace, '.tmp/last_security_update'), text);
  };

  test('is over after seven days, and begins with a run', async () => {
    expect((await shouldUpdate(workspace, now)).should).toBe(true);
    await noteRun(workspace, now);
    expect(await lastRun(workspace)).toBe(now);
    expect((await shouldUpdate(workspace, now + 6 * 86_400_000)).should).toBe(false);
    // The run itself has taken some minutes: the next Sunday's hour comes a little before a whole week.
    expect((await shouldUpdate(workspace, now + 7 * 86_400_000 - 300_000)).should).toBe(true);
  });

  test.each(['2026-11-21T02:00:00.123456', '2026-11-21T02:00:00'])('reads what Python wrote: %s', async (text) => {
    note(text);
    expect((await shouldUpdate(workspace, now)).should).toBe(false);
  });

  test.each(['', 'yesterday', '2099-01-01T00:00:00'])('does not believe %j', async (text) => {
    note(text);
    expect((await shouldUpdate(workspace, now)).should).toBe(true);
  });
});

test('a string in a JSON text is found where it stands', () => {
  const json = '{ "a": ["x", {"b": "no"}], "dependencies" : {"c\\"d": "1", "b": "2.0", "b": "3.0"}, "n": 1 }';
  const span = jsonStringAt(json, ['dependencies', 'b']);
  expect(json.slice(span?.start, span?.end)).toBe('"3.0"');
  const odd = jsonStringAt(json, ['dependencies', 'c"d']);
  expect(json.slice(odd?.start, odd?.end)).toBe('"1"');
  expect(jsonStringAt(json, ['n'])).toBeNull();
  expect(jsonStringAt(json, ['gone', 'b'])).toBeNull();
});

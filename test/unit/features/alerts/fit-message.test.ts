import { expect, test } from 'vitest';
import { complaintsOf, failingRituals, fitMessage } from '../../../../electron/features/alerts/index.ts';
import { createTranslator } from '../../../../shared/locales/index.ts';
import type { Alert, AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';
import type { RitualRun } from '../../../../shared/model/rituals.ts';
import { sampleHeld, sampleSnapshot } from '../../../support/sample-snapshot.ts';

const alert = (cause: string, severity: AlertSeverity, toldTimes = 0): Alert => ({
  cause,
  severity,
  title: cause,
  detail: '',
  open: 1,
  seen: 1,
  since: 0,
  lastSeenAt: 0,
  toldTimes,
  toldAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  goneAt: null,
});
const message = (part: Partial<AlertMessage>): AlertMessage => ({
  severity: 'ERROR',
  kind: 'alert',
  begun: [],
  ongoing: [],
  gone: [],
  ...part,
});
const all = { from: 'INFO', isToldElsewhere: () => false } as const;

test('a channel tells only what is grave enough for it, under the severity of what is left', () => {
  const mixed = message({ begun: [alert('a', 'ERROR'), alert('b', 'INFO')], gone: [alert('c', 'WARNING', 1)] });
  expect(fitMessage(mixed, { ...all, from: 'WARNING' })).toMatchObject({ begun: [{ cause: 'a' }], gone: [{ cause: 'c' }] });
  expect(fitMessage(mixed, { ...all, from: 'CRITICAL' })).toBeNull();
  const rest = message({ begun: [alert('a', 'INFO')], ongoing: [alert('b', 'WARNING', 1)] });
  expect(fitMessage(rest, { ...all, from: 'WARNING' })).toMatchObject({ severity: 'WARNING', kind: 'reminder', begun: [] });
});

test('what a reader was told elsewhere is left out once; that it got worse, reminders and the end are told', () => {
  const manner = { from: 'INFO', isToldElsewhere: (cause: string) => cause === 'a' } as const;
  expect(fitMessage(message({ begun: [alert('a', 'ERROR')] }), manner)).toBeNull();
  expect(fitMessage(message({ begun: [alert('a', 'ERROR', 1)] }), manner)).toMatchObject({ kind: 'alert' });
  expect(fitMessage(message({ ongoing: [alert('a', 'ERROR', 1)] }), manner)).toMatchObject({ kind: 'reminder' });
  expect(fitMessage(message({ gone: [alert('a', 'ERROR', 1)] }), manner)).toMatchObject({ kind: 'resolved' });
});

test('the morning report goes to everybody but those who are called for the worst alone', () => {
  const night = { from: 0, to: 1, lines: [], provenAt: null };
  const morning = message({ kind: 'morning', severity: 'INFO', night, begun: [alert('a', 'WARNING')] });
  expect(fitMessage(morning, { ...all, from: 'ERROR' })).toMatchObject({ kind: 'morning', night, begun: [] });
  expect(fitMessage(morning, { ...all, from: 'CRITICAL' })).toBeNull();
});

test('a snapshot complains once a cause: harm is an error, what may lose bytes is critical, and the worst comes last', () => {
  const problem = { detail: '', at: 0, release: null };
  const complaints = complaintsOf(
    sampleSnapshot({
      problems: [
        { ...problem, code: 'disk-full', severity: 'harm' },
        { ...problem, code: 'archive-damaged', severity: 'harm' },
        { ...problem, code: 'recovered', severity: 'notice' },
        { ...problem, code: 'ritual-failed', severity: 'warning', fixFailed: true, detail: 'x'.repeat(9000) },
      ],
      held: [sampleHeld(), sampleHeld({ path: 'b.py' }), sampleHeld({ path: 'c.py', reason: 'taken-back' })],
      heldSet: { token: 't', reasons: [{ reason: 'brake-files', detail: '' }], files: 74, since: 0 },
      settingsProblem: { file: 'nightguard.yaml', line: 3, path: 'updates', message: 'Expected an object.' },
    }),
    createTranslator('en'),
  );
  expect(complaints.map(({ cause, severity }) => [cause, severity])).toEqual([
    ['recovered', 'INFO'],
    ['held-set', 'WARNING'],
    ['held-files', 'WARNING'],
    ['held-files', 'WARNING'],
    ['settings', 'WARNING'],
    ['archive-damaged', 'ERROR'],
    ['ritual-failed', 'ERROR'],
    ['disk-full', 'CRITICAL'],
  ]);
  expect(Math.max(...complaints.map(({ detail }) => detail.length))).toBe(500);
});

test('a ritual fails by its newest run that ended by itself, and fails again when the one before did too', () => {
  const run = (id: number, ritual: string, result: RitualRun['result']): RitualRun => ({
    id,
    ritual,
    scheduledFor: id,
    startedAt: id,
    finishedAt: id,
    result,
    trigger: 'schedule',
    detail: '',
  });
  const runs = [
    run(9, 'A', 'interrupted'),
    run(8, 'A', 'failed'),
    run(7, 'A', 'done'),
    run(6, 'B', 'timed-out'),
    run(5, 'B', 'failed'),
    run(4, 'C', 'done'),
    run(3, 'C', 'failed'),
  ];
  expect(failingRituals(runs)).toMatchObject([
    { detail: 'A', fixFailed: false },
    { detail: 'B', fixFailed: true },
  ]);
});

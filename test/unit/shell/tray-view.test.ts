import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../../shared/locales/index.ts';
import type { TrayAction, TrayEntry, TrayView } from '../../../electron/shell/tray-model.ts';
import { idleTrayView, startingView, trayView } from '../../../electron/shell/tray-view.ts';
import { notifierOf } from '../../../electron/shell/workspace-notifier.ts';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import { sampleWaiting } from '../../support/sample-approval.ts';
import { NOON, sampleHeld, sampleRelease, sampleSnapshot } from '../../support/sample-snapshot.ts';

const view = (changes: Parameters<typeof sampleSnapshot>[0] = {}, language: 'en' | 'ko' = 'en', openAtLogin = false): TrayView =>
  trayView(sampleSnapshot(changes), { now: NOON, language, translate: createTranslator(language), openAtLogin, ready: null });

const labels = ({ menu }: TrayView): string[] => menu.flatMap((entry) => (entry.kind === 'separator' ? [] : [entry.label]));
const entry = ({ menu }: TrayView, label: string): TrayEntry | undefined =>
  menu.find((candidate) => candidate.kind !== 'separator' && candidate.label === label);
const actionOf = (shown: TrayView, label: string): TrayAction | undefined => {
  const found = entry(shown, label);
  return found?.kind === 'action' || found?.kind === 'checkbox' ? found.action : undefined;
};

const working = { act: 'update', phase: 'applying', done: 1, total: 2, release: null } as const;
const harm = { code: 'disk-full', detail: '', at: NOON, severity: 'harm', release: null } as const;

describe('the state', () => {
  test.each([
    ['good', {}, 'Everything proven good'],
    ['working', { activity: working }, 'Working'],
    ['needs-you', { held: [sampleHeld()] }, '1 decision needs you'],
    ['problem', { problems: [harm] }, 'The disk is full'],
    ['paused', { pausedUntil: NOON + 3_600_000 }, 'Paused'],
    ['unknown', { lastCheck: null, provenGoodAt: null }, 'Not checked yet'],
  ] as const)('%s has its icon, and leads tooltip and menu in words', (icon, changes, sentence) => {
    const shown = view({
      ...changes,
      problems: [...('problems' in changes ? changes.problems : [])],
      held: 'held' in changes ? [sampleHeld()] : [],
    });
    expect(shown.icon).toBe(icon);
    expect(shown.tooltip.split('\n')[0]).toBe(`97layerOS · ${sentence}`);
    expect(shown.menu[0]).toEqual({ kind: 'text', label: sentence });
  });

  test('a check that could not be made is never shown as good', () => {
    const shown = view({ lastCheck: { at: NOON, result: 'could-not-check' } });
    expect(shown.icon).toBe('unknown');
    expect(shown.tooltip).toContain('Could not check');
  });

  test('an unreadable settings file is said in words', () => {
    const shown = view({ settingsProblem: { file: 'nightguard.yaml', line: 3, path: 'updates', message: 'unknown key' } });
    expect(shown.tooltip).toContain('The settings file has an error');
    expect(actionOf(shown, 'nightguard.yaml:3 – unknown key')).toEqual({
      type: 'open',
      to: { view: 'settings', release: null, rollback: false },
    });
  });

  test('says when everything was last proven good, with the day when it was not today', () => {
    expect(view().tooltip).toContain('Proven good 14:02');
    expect(view({ provenGoodAt: NOON - 86_400_000 }).tooltip).toContain('Proven good Nov 19, 14:02');
  });

  test('speaks Korean', () => {
    const shown = view({ held: [sampleHeld()] }, 'ko');
    expect(shown.tooltip).toContain('직접 결정 필요 1건');
    expect(labels(shown)).toContain('libs/core_config.py – Core와 여기에서 모두 변경됨');
  });

  test('the same snapshot gives the same view, so that nothing is redrawn', () => {
    expect(view()).toEqual(view());
  });
});

describe('what needs a person', () => {
  test('shows five at most and counts the rest', () => {
    const held = Array.from({ length: 8 }, (_, index) => sampleHeld({ path: `execution/script_${index}.py` }));
    const shown = labels(view({ held }));
    expect(shown.filter((label) => label.startsWith('execution/'))).toHaveLength(5);
    expect(shown).toContain('3 more…');
  });

  test('puts harm before a held set, and a held set before held files', () => {
    const heldSet = { token: 't', reasons: [{ reason: 'brake-files', detail: '' }] as const, files: 73, since: NOON };
    const shown = labels(
      view({ problems: [harm], heldSet: { ...heldSet, reasons: [...heldSet.reasons] }, held: [sampleHeld()] }),
    );
    const order = [
      'The disk is full',
      '73 files held: More files than the brake allows',
      'libs/core_config.py – Changed in Core and here',
    ];
    expect(shown.filter((label) => order.includes(label)).slice(-3)).toEqual(order);
  });

  test('a waiting approval is counted, and its entry opens the approval window at it', () => {
    const shown = view({ approvals: [sampleWaiting({ id: 12 })], held: [sampleHeld()] });
    expect(shown.icon).toBe('needs-you');
    expect(labels(shown)[0]).toBe('2 decisions need you');
    expect(actionOf(shown, 'Approve…: Apply 1 file from Core')).toEqual({ type: 'approve', id: 12 });
  });

  test('approvals come after harm and before everything else that waits', () => {
    const shown = labels(view({ problems: [harm], approvals: [sampleWaiting()], held: [sampleHeld()] }));
    const order = ['The disk is full', 'Approve…: Apply 1 file from Core', 'libs/core_config.py – Changed in Core and here'];
    expect(shown.filter((label) => order.includes(label)).slice(-3)).toEqual(order);
  });

  test('a warning alone asks for a person, and is said', () => {
    const shown = view({ problems: [{ code: 'watcher-deaf', detail: '', at: NOON, severity: 'warning', release: null }] });
    expect(shown.icon).toBe('needs-you');
    expect(labels(shown)[0]).toContain('Changes in Core are not being reported');
  });

  test('a Core that cannot be found is «could not check», with the reason below', () => {
    const missing = { code: 'source-missing', detail: '/drive/Core', at: NOON, severity: 'warning', release: null } as const;
    const shown = view({ lastCheck: { at: NOON, result: 'could-not-check' }, problems: [missing] });
    expect(shown.icon).toBe('unknown');
    expect(labels(shown)).toContain('Core folder not found – /drive/Core');
  });

  test('what a person took back is settled and does not ask again', () => {
    const shown = view({ held: [sampleHeld({ reason: 'taken-back' })] });
    expect(shown.icon).toBe('good');
    expect(labels(shown).some((label) => label.startsWith('libs/core_config.py'))).toBe(false);
  });

  test('shortens a long path in the middle', () => {
    const path = `directives/${'deep/'.repeat(20)}scout.md`;
    const [label] = labels(view({ held: [sampleHeld({ path })] })).filter((text) => text.includes('…/') || text.includes('…'));
    expect(label).toMatch(/^directives\/.*….*scout\.md – /);
  });
});

describe('the last release', () => {
  test('is the newest one, with its undo beside it', () => {
    const shown = view({ releases: [sampleRelease({ id: 'R-0141', startedAt: NOON - 1000 }), sampleRelease()] });
    expect(labels(shown)).toContain('R-0142 · 14:02 · 3 files updated');
    expect(actionOf(shown, 'Roll back R-0142…')).toEqual({
      type: 'open',
      to: { view: 'updates', release: 'R-0142', rollback: true },
    });
  });

  test('offers no undo where there is nothing left to undo', () => {
    expect(
      labels(view({ releases: [sampleRelease({ canRollBack: false })] })).some((label) => label.startsWith('Roll back')),
    ).toBe(false);
  });

  test('a rollback says what it went back on', () => {
    const shown = view({ releases: [sampleRelease({ kind: 'rollback', of: 'R-0141' })] });
    expect(labels(shown)).toContain('R-0142 · 14:02 · rolled back R-0141');
  });
});

describe('the verbs', () => {
  test('update now waits while something is being done', () => {
    expect(entry(view(), 'Update now')).toMatchObject({ enabled: true });
    expect(entry(view({ activity: working }), 'Update now')).toMatchObject({ enabled: false });
  });

  test('pausing is offered while it runs, resuming while it is paused', () => {
    expect(labels(view())).toEqual(expect.arrayContaining(['Pause for 1 hour', 'Pause until tomorrow']));
    const paused = labels(view({ pausedUntil: NOON + 1 }));
    expect(paused).toContain('Resume');
    expect(paused).not.toContain('Pause for 1 hour');
  });

  test('everything can be reached from the menu, also without a click on the icon', () => {
    expect(labels(view())).toEqual(
      expect.arrayContaining(['Open Nightguard', 'Open archive folder', 'Settings', 'Start at login', 'Quit Nightguard']),
    );
  });

  test('start at login shows the present state and asks for the other one', () => {
    expect(entry(view({}, 'en', true), 'Start at login')).toMatchObject({
      checked: true,
      action: { type: 'open-at-login', value: false },
    });
  });
});

describe('several workspaces', () => {
  const other = (changes: Partial<WorkspaceStanding>): WorkspaceStanding => ({
    path: '/work/AAOS',
    name: 'AAOS',
    state: 'guarded',
    reason: '',
    shown: false,
    overall: 'good',
    sentence: { key: 'sentence.good', values: {} },
    pausedUntil: null,
    ...changes,
  });
  const context = { now: NOON, language: 'en', translate: createTranslator('en'), openAtLogin: false, ready: null } as const;
  const shown = (...others: WorkspaceStanding[]): TrayView => trayView(sampleSnapshot(), context, others);

  test('each of the others has its line, and a click shows it', () => {
    const tray = shown(other({ overall: 'needs-you', sentence: { key: 'sentence.needs-you', values: { count: 2 } } }));
    expect(tray.tooltip.split('\n').at(-1)).toBe('AAOS · 2 decisions need you');
    expect(actionOf(tray, 'AAOS · 2 decisions need you')).toEqual({ type: 'show-workspace', path: '/work/AAOS' });
  });

  test('the icon is that of the worst: what is not known is never covered by what is good', () => {
    expect(shown(other({})).icon).toBe('good');
    expect(shown(other({ overall: 'paused' })).icon).toBe('paused');
    expect(shown(other({ state: 'away', overall: 'unknown' })).icon).toBe('unknown');
    expect(shown(other({ overall: 'unknown' }), other({ overall: 'problem' })).icon).toBe('problem');
  });

  test('one that is away cannot be chosen, and says so', () => {
    const tray = shown(other({ state: 'away', overall: 'unknown', sentence: { key: 'workspaces.away', values: {} } }));
    expect(entry(tray, 'AAOS · Not reachable')).toMatchObject({ enabled: false });
  });

  test('without any, nothing is claimed, and the way to one is there', () => {
    const tray = idleTrayView([], context);
    expect(tray).toMatchObject({ icon: 'unknown', tooltip: 'Nightguard · No workspace is guarded yet' });
    expect(actionOf(tray, 'Choose a workspace…')).toMatchObject({ type: 'open' });
    expect(actionOf(tray, 'Quit Nightguard')).toEqual({ type: 'quit' });
  });

  test('while the first one is opened it says that, and can be quitted', () => {
    expect(labels(startingView(context))).toEqual(['Starting', 'Quit Nightguard']);
  });
});

test('notifications of two workspaces do not replace each other, and say which they are about where there are several', async () => {
  const told: { tag: string; title: string }[] = [];
  let several = false;
  const notifier = notifierOf('/work/AAOS', { show: async (one) => (told.push(one), { delivered: true }) }, () => several);
  const applied = { tag: 'R-0001', title: '2 files updated', body: '', urgency: 'low' } as const;
  await notifier.show(applied);
  several = true;
  await notifier.show(applied);
  expect(told).toMatchObject([
    { tag: '/work/AAOS#R-0001', title: '2 files updated' },
    { tag: '/work/AAOS#R-0001', title: 'AAOS · 2 files updated' },
  ]);
});

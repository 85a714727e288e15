import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Guardian } from '../../../electron/guardian-api.ts';
import { approvalHandlers, DELIBERATION_MS } from '../../../electron/ipc/approval-handlers.ts';
import type { ApprovalRequest } from '../../../shared/model/governance.ts';
import { createFakeGuardian } from '../../support/fake-guardian.ts';
import { sampleRequest } from '../../support/sample-approval.ts';

const approve = vi.fn((_id: number, _decider: unknown, _confirm: string) => sampleRequest({ state: 'approved' }));
const deny = vi.fn((_id: number, _decider: unknown, _reason: string) => sampleRequest({ state: 'denied' }));
let request: ApprovalRequest;
let time: number;
let attended: number | null;
let guardian: Guardian;

const guardianWithDesk = (): Guardian => {
  const fake = createFakeGuardian();
  const show = () => ({ request, consensus: null });
  return { ...fake, governance: { ...fake.governance, approvals: { ...fake.governance.approvals, show, approve, deny } } };
};

function room() {
  return approvalHandlers({
    guardian: () => guardian,
    screen: () => ({
      workspace: { name: 'w', path: '/w' },
      language: 'en',
      theme: 'system',
      waiting: [],
      wanted: null,
    }),
    attendedSince: () => attended,
    close: () => undefined,
    person: () => 'mina',
    now: () => time,
  });
}

beforeEach(() => {
  approve.mockClear();
  deny.mockClear();
  request = sampleRequest();
  time = 10_000;
  attended = 0;
  guardian = guardianWithDesk();
});

const answer = (): { id: number; contentHash: string; confirm: string } => ({
  id: request.id,
  contentHash: request.contentHash,
  confirm: request.contentHash.slice(0, 8),
});

describe('approving', () => {
  test('what was shown long enough is approved in the name of the person at the machine, by the window', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS;
    void handlers['approval:approve'](answer());
    expect(approve).toHaveBeenCalledWith(7, { kind: 'person', name: 'mina', door: 'window' }, 'c0ffee12');
  });

  test('what was never shown is refused', () => {
    expect(() => room()['approval:approve'](answer())).toThrow(/not what the approval window shows/);
    expect(approve).not.toHaveBeenCalled();
  });

  test('what has only just appeared is refused', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS - 1;
    expect(() => handlers['approval:approve'](answer())).toThrow(/only just appeared/);
    expect(approve).not.toHaveBeenCalled();
  });

  test('reading it again does not begin the time anew, other content does', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS;
    void handlers['approval:show']({ id: 7 });
    request = sampleRequest({ contentHash: 'd'.repeat(64) });
    void handlers['approval:show']({ id: 7 });
    expect(() => handlers['approval:approve'](answer())).toThrow(/only just appeared/);
  });

  test('an answer to content that is not on the screen any more is refused', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    const stale = answer();
    request = sampleRequest({ contentHash: 'd'.repeat(64) });
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS;
    expect(() => handlers['approval:approve'](stale)).toThrow(/not what the approval window shows/);
    expect(approve).not.toHaveBeenCalled();
  });

  test('a window that is not in front, or has only just come there, approves nothing', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += 60_000;
    attended = null;
    expect(() => handlers['approval:approve'](answer())).toThrow(/not in front/);
    attended = time - DELIBERATION_MS + 1;
    expect(() => handlers['approval:approve'](answer())).toThrow(/only just appeared/);
    expect(approve).not.toHaveBeenCalled();
  });

  test('a page that began anew has shown nothing', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS;
    void handlers['approval:begin'](null);
    expect(() => handlers['approval:approve'](answer())).toThrow(/not what the approval window shows/);
  });

  test('the answer goes to the workspace that was shown, whichever is shown by then', () => {
    const handlers = room();
    void handlers['approval:show']({ id: 7 });
    time += DELIBERATION_MS;
    const elsewhere = vi.fn();
    guardian = createFakeGuardian();
    guardian = {
      ...guardian,
      governance: { ...guardian.governance, approvals: { ...guardian.governance.approvals, approve: elsewhere } },
    };
    void handlers['approval:approve'](answer());
    expect(elsewhere).not.toHaveBeenCalled();
    expect(approve).toHaveBeenCalledTimes(1);
  });
});

test('a refusal needs no waiting, and keeps its reason', () => {
  const handlers = room();
  void handlers['approval:show']({ id: 7 });
  void handlers['approval:deny']({ id: 7, contentHash: request.contentHash, reason: 'Not tonight.' });
  expect(deny).toHaveBeenCalledWith(7, { kind: 'person', name: 'mina', door: 'window' }, 'Not tonight.');
});

test('what is not on the screen is not denied either', () => {
  expect(() => room()['approval:deny']({ id: 7, contentHash: request.contentHash, reason: '' })).toThrow(/not what/);
  expect(deny).not.toHaveBeenCalled();
});

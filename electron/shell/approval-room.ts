import { join } from 'node:path';
import { ipcMain, session, type IpcMainInvokeEvent } from 'electron';
import { approvalContract, type ApprovalScreen } from '../../shared/ipc/approval-contract.ts';
import type { Guardian } from '../guardian-api.ts';
import { servePage } from '../guards/app-protocol.ts';
import { guardSession } from '../guards/session-guard.ts';
import { isTrustedSender } from '../guards/trusted-sender.ts';
import { approvalHandlers } from '../ipc/approval-handlers.ts';
import { bindIpc } from '../ipc/bind.ts';
import { DisposableStack, type Disposable } from '../kernel/disposables.ts';
import type { Log } from '../kernel/ports/log.ts';
import { personAtTheMachine } from '../platform/person.ts';
import { createApprovalWindow } from './approval-window.ts';
import type { Speech } from './language.ts';

export interface ApprovalRoomOptions {
  /** The application's own folder. */
  root: string;
  /** The one that is shown. @throws AppError `no-workspace` */
  guardian: () => Guardian;
  speech: Speech;
  theme: () => ApprovalScreen['theme'];
  log: Log;
}

/** The approval window with its own session, origin and contract: nothing of it is shared with the panel. */
export interface ApprovalRoom extends Disposable {
  /** Shows the window, at one request when `id` names it. */
  open: (id: number | null) => void;
  /** Called after each change of what waits, of language or theme. */
  refresh(): void;
}

export function openApprovalRoom({ root, guardian, speech, theme, log }: ApprovalRoomOptions): ApprovalRoom {
  const stack = new DisposableStack();
  const own = session.fromPartition('approval');
  guardSession(own, 'approval');
  servePage(own, 'approval', join(root, 'out', 'renderer'));
  const now = (): number => performance.now();
  const window = stack.use(
    createApprovalWindow({
      preload: join(root, 'out', 'preload', 'approval.cjs'),
      session: own,
      icon: join(root, 'build', 'icons', 'icon.png'),
      title: () => speech.translate()('approval.title', { workspace: guardian().snapshot().workspace.name }),
      now,
    }),
  );
  const screen = (): ApprovalScreen => {
    const { workspace, approvals } = guardian().snapshot();
    return { workspace, language: speech.language(), theme: theme(), waiting: approvals, wanted: window.wanted() };
  };
  const handlers = approvalHandlers({
    guardian,
    screen,
    attendedSince: window.attendedSince,
    close: window.close,
    person: personAtTheMachine,
    now,
  });
  const isTrusted = (event: IpcMainInvokeEvent): boolean => isTrustedSender(event, 'approval', window.frame());
  stack.defer(bindIpc({ contract: approvalContract, receiver: ipcMain, handlers, isTrusted, log }));
  return {
    open: window.open,
    refresh() {
      if (window.frame() === undefined) return;
      window.retitle();
      window.push('screen', screen());
    },
    dispose: () => stack.dispose(),
  };
}

import type { Translate } from '../../shared/locales/index.ts';
import type { Guardian } from '../guardian-api.ts';
import { messageOf } from '../kernel/errors.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { Notifier } from '../kernel/ports/notifier.ts';
import { createApprovalAnnouncer } from './announce-approvals.ts';
import { tellNews } from './news.ts';
import type { Destination } from './tray-model.ts';

export interface Attendance {
  /** Names the workspace in what it shows. */
  notifierFor: (workspace: string) => Notifier;
  /** For what names the workspace itself. */
  notifier: Notifier;
  translate: () => Translate;
  /** Shows a workspace and goes there. */
  open: (workspace: string, to: Destination) => void;
  openApprovals: (workspace: string, id: number | null) => void;
  /** After each new snapshot. */
  changed: () => void;
  log: Log;
}

/** Tells what a guardian has to tell, and lets it watch. Returns the function that stops listening. */
export function attendGuardian(guardian: Guardian, attendance: Attendance): () => void {
  const { translate, open, openApprovals, changed, log } = attendance;
  const { workspace } = guardian;
  const failed = (what: string) => (error: unknown) => log.write('error', what, { workspace, cause: messageOf(error) });
  const notShown = failed('A notification could not be shown');
  const announce = createApprovalAnnouncer({
    notifier: attendance.notifier,
    translate,
    open: (id) => openApprovals(workspace, id),
    log,
  });
  const announceWaiting = (): void => void announce(guardian.snapshot()).catch(notShown);
  const desk = { notifier: attendance.notifierFor(workspace), translate, open: (to: Destination) => open(workspace, to), log };
  const leave = [
    guardian.onSnapshot(announceWaiting),
    guardian.onSnapshot(changed),
    guardian.onNews((news) => void tellNews(news, desk).catch(notShown)),
  ];
  announceWaiting();
  guardian.watch().catch(failed('The guardian could not begin to watch'));
  return () => leave.forEach((off) => off());
}

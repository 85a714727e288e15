import type { Translate } from '../../shared/locales/index.ts';
import type { WaitingApproval } from '../../shared/model/governance.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Log } from '../kernel/ports/log.ts';
import type { DesktopNotification, Notifier } from '../kernel/ports/notifier.ts';

export interface ApprovalAnnouncerOptions {
  notifier: Notifier;
  translate: () => Translate;
  /** Shows the approval window, at a request when one is named. */
  open: (id: number | null) => void;
  log: Log;
}

/** More than this at once are one cause, and one message. */
const MOST_AT_ONCE = 3;

/** Tells each request once, however many snapshots show it. Tray and panel show it too: an undelivered one is only logged. */
export function createApprovalAnnouncer({
  notifier,
  translate,
  open,
  log,
}: ApprovalAnnouncerOptions): (snapshot: Pick<Snapshot, 'approvals' | 'workspace'>) => Promise<void> {
  const told = new Set<string>();

  const tell = async (message: Omit<DesktopNotification, 'urgency' | 'onClick'>, id: number | null): Promise<void> => {
    // It stays until it is read: a request that nobody answers is denied in the end.
    const delivery = await notifier.show({ ...message, urgency: 'critical', onClick: () => open(id) });
    if (!delivery.delivered)
      log.write('warn', 'A notification could not be delivered', { tag: message.tag, reason: delivery.reason });
  };

  return async ({ approvals, workspace }) => {
    const tagOf = ({ id }: WaitingApproval): string => `${workspace.path}#approval-${id}`;
    const fresh = approvals.filter((request) => !told.has(tagOf(request)));
    for (const request of fresh) told.add(tagOf(request));
    const t = translate();
    const title = t('approval.notification.title', { workspace: workspace.name, count: fresh.length });
    if (fresh.length > MOST_AT_ONCE) {
      const body = t('approval.notification.many', { count: fresh.length });
      return tell({ tag: `${workspace.path}#approvals`, title, body }, null);
    }
    for (const request of fresh) {
      const body = t('approval.notification.one', { actor: request.actor, summary: request.summary });
      await tell({ tag: tagOf(request), title, body }, request.id);
    }
  };
}

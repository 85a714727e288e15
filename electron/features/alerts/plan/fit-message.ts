import type { Alert, AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';
import { RANK } from './plan-messages.ts';

export interface ChannelManner {
  /** From which severity on the channel is used. */
  from: AlertSeverity;
  /** Causes that this channel's reader has been told of at once by other means: only what comes after is told here. */
  isToldElsewhere: (cause: string) => boolean;
}

/** What of a message one channel tells; null when that is nothing. Pure. */
export function fitMessage(message: AlertMessage, { from, isToldElsewhere }: ChannelManner): AlertMessage | null {
  const isGrave = ({ severity }: Alert): boolean => RANK[severity] >= RANK[from];
  const ongoing = message.ongoing.filter(isGrave);
  const gone = message.gone.filter(isGrave);
  // The morning report goes to everybody but those who are called for the worst alone.
  if (message.night !== undefined && from !== 'CRITICAL')
    return { ...message, begun: message.begun.filter(isGrave), ongoing, gone };
  const begun = message.begun.filter((alert) => isGrave(alert) && !(alert.toldTimes === 0 && isToldElsewhere(alert.cause)));
  const open = [...begun, ...ongoing];
  const [first] = open.length > 0 ? open : gone;
  if (first === undefined) return null;
  const severity = (open.length > 0 ? open : gone).reduce(
    (worst, one) => (RANK[one.severity] > RANK[worst] ? one.severity : worst),
    first.severity,
  );
  const { night: _night, ...rest } = message;
  return { ...rest, severity, kind: kindOf(message.kind, begun.length, ongoing.length), begun, ongoing, gone };
}

function kindOf(kind: AlertMessage['kind'], begun: number, ongoing: number): AlertMessage['kind'] {
  if (kind === 'morning' && begun + ongoing > 0) return kind;
  if (begun > 0) return 'alert';
  return ongoing > 0 ? 'reminder' : 'resolved';
}

import type { Alert, AlertMessage, AlertSeverity } from '../../../../shared/model/alerts.ts';
import type { AlertsSettings } from '../../../../shared/model/settings.ts';
import { isQuiet } from './quiet-hours.ts';

/** A cause with what was told of it before. */
export interface CauseState extends Alert {
  /** The severity that was told last; null before the first message. */
  toldSeverity: AlertSeverity | null;
}

export interface MessagePlan {
  message: AlertMessage | null;
  /** Causes that are over: told to be gone, or gone before anybody was told. */
  close: string[];
}

export interface MessageContext {
  /** Epoch milliseconds. */
  now: number;
  settings: AlertsSettings;
  /** Messages of the last hour. */
  sentLastHour: number;
  /** When the quiet hours held something back: it is told as the morning report. */
  heldBack: boolean;
}

export const RANK: Readonly<Record<AlertSeverity, number>> = { INFO: 0, WARNING: 1, ERROR: 2, CRITICAL: 3 };
const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;

/** What is to be told now, as at most one message. Pure. */
export function planMessages(causes: readonly CauseState[], context: MessageContext): MessagePlan {
  const { now, settings, sentLastHour } = context;
  const over = causes.filter((cause) => isOver(cause, now, settings));
  const silent = over.filter(({ toldTimes }) => toldTimes === 0).map(({ cause }) => cause);
  // In the quiet hours only what is critical is told at all; the rest stays as it is until the morning.
  const audible = causes.filter(({ severity }) => severity === 'CRITICAL' || !mustWait(context));
  const gone = audible.filter((cause) => over.includes(cause) && cause.toldTimes > 0);
  const begun = audible.filter((cause) => !over.includes(cause) && isNew(cause, now, settings));
  const ongoing = audible.filter((cause) => !over.includes(cause) && !begun.includes(cause) && isDue(cause, now, settings));
  const open = [...begun, ...ongoing];
  // What is critical goes beyond the cap, but not without end.
  const cap = settings.capPerHour * (open.some(({ severity }) => severity === 'CRITICAL') ? 2 : 1);
  if (open.length + gone.length === 0 || sentLastHour >= cap) return { message: null, close: silent };
  const kind = context.heldBack ? 'morning' : begun.length > 0 ? 'alert' : ongoing.length > 0 ? 'reminder' : 'resolved';
  const severity = worst(open.length === 0 ? gone : open);
  return {
    message: {
      severity,
      kind,
      begun: begun.toSorted(byRank).map(shown),
      ongoing: ongoing.toSorted(byRank).map(shown),
      gone: gone.map(shown),
    },
    close: [...silent, ...gone.map(({ cause }) => cause)],
  };
}

const mustWait = ({ now, settings: { quietHours } }: MessageContext): boolean => quietHours.enabled && isQuiet(now, quietHours);

const isOver = ({ goneAt }: CauseState, now: number, { resolveSeconds }: AlertsSettings): boolean =>
  goneAt !== null && now - goneAt >= resolveSeconds * SECOND_MS;

/** Never told, or worse than it was told; what comes together is waited for. */
function isNew(cause: CauseState, now: number, { batchSeconds }: AlertsSettings): boolean {
  if (cause.goneAt !== null) return false;
  if (cause.toldSeverity !== null) return RANK[cause.severity] > RANK[cause.toldSeverity];
  return cause.severity === 'CRITICAL' || now - cause.since >= batchSeconds * SECOND_MS;
}

function isDue(
  { goneAt, acknowledgedAt, toldAt, toldTimes }: CauseState,
  now: number,
  { reminderHours }: AlertsSettings,
): boolean {
  if (goneAt !== null || acknowledgedAt !== null || toldAt === null) return false;
  const pause = reminderHours[Math.min(toldTimes, reminderHours.length) - 1] ?? 24;
  return now - toldAt >= pause * HOUR_MS;
}

const byRank = (a: CauseState, b: CauseState): number => RANK[b.severity] - RANK[a.severity] || a.since - b.since;
const worst = (causes: readonly CauseState[]): AlertSeverity => causes.toSorted(byRank)[0]?.severity ?? 'INFO';
const shown = ({ toldSeverity: _told, ...alert }: CauseState): Alert => alert;

import type { Translate } from '../../../../shared/locales/index.ts';
import type { AlertSeverity } from '../../../../shared/model/alerts.ts';
import type { RitualRun } from '../../../../shared/model/rituals.ts';
import { asksForDecision, problemSchema, type Problem, type Snapshot } from '../../../../shared/model/snapshot.ts';
import type { Complaint } from '../causes/causes.ts';

const SEVERITY: Readonly<Record<Problem['severity'], AlertSeverity>> = { harm: 'ERROR', warning: 'WARNING', notice: 'INFO' };

/** What wakes a person at night: bytes, or the proof of what was done, may be lost. */
const CRITICAL: ReadonlySet<Problem['code']> = new Set(['audit-broken', 'unrecoverable', 'immune-violated', 'disk-full']);

const UP: Readonly<Record<AlertSeverity, AlertSeverity>> = {
  INFO: 'WARNING',
  WARNING: 'ERROR',
  ERROR: 'CRITICAL',
  CRITICAL: 'CRITICAL',
};

/** What mends itself by rule and did not: it is somebody's turn now. */
export const escalated = (complaint: Complaint): Complaint => ({ ...complaint, severity: UP[complaint.severity] });

/** Longer details are for the panel. */
const MOST_DETAIL = 500;

/** Everything that a snapshot complains of, mildest first: of several items of one cause the worst counts. Pure. */
export function complaintsOf(
  snapshot: Pick<Snapshot, 'problems' | 'approvals' | 'held' | 'heldSet' | 'settingsProblem'>,
  t: Translate,
): Complaint[] {
  const { problems, approvals, held, heldSet, settingsProblem } = snapshot;
  const conflicts = held.filter(asksForDecision);
  const all: Complaint[] = [
    ...problems.map((problem) => ofProblem(problem, t)),
    // A request is a cause of its own: that one was acknowledged says nothing of the next.
    ...approvals.map(({ id, actor, summary }) =>
      asking(`approval-${id}`, String(id), t('alerts.cause.approval'), `${actor}: ${summary}`),
    ),
    ...(heldSet === null
      ? []
      : [
          asking(
            'held-set',
            heldSet.token,
            t('alerts.cause.heldSet', { count: heldSet.files }),
            heldSet.reasons.map(({ reason }) => t(`held.${reason}`)).join(' · '),
          ),
        ]),
    ...conflicts.map(({ path, reason }) =>
      asking('held-files', path, t('alerts.cause.heldFiles'), `${path} · ${t(`held.${reason}`)}`),
    ),
    ...(settingsProblem === null
      ? []
      : [asking('settings', settingsProblem.path, t('sentence.settings'), settingsProblem.message)]),
  ];
  return all
    .map((complaint) => ({ ...complaint, detail: complaint.detail.slice(0, MOST_DETAIL) }))
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

const ORDER: readonly AlertSeverity[] = ['INFO', 'WARNING', 'ERROR', 'CRITICAL'];

const asking = (cause: string, item: string, title: string, detail: string): Complaint => ({
  cause,
  item,
  severity: 'WARNING',
  title,
  detail,
});

function ofProblem({ code, detail, severity, release, fixFailed }: Problem, t: Translate): Complaint {
  const complaint: Complaint = {
    cause: code,
    item: release ?? detail,
    severity: severity === 'harm' && CRITICAL.has(code) ? 'CRITICAL' : SEVERITY[severity],
    title: t(`problem.${code}`),
    detail,
  };
  return fixFailed === true ? escalated(complaint) : complaint;
}

const FROM_SNAPSHOT: ReadonlySet<string> = new Set([...problemSchema.shape.code.options, 'held-set', 'held-files', 'settings']);

/** Whether a cause comes from snapshots, and is therefore gone when a snapshot has it no more. */
export const isFromSnapshot = (cause: string): boolean => FROM_SNAPSHOT.has(cause) || cause.startsWith('approval-');

/** Rituals whose newest run failed; one that failed again, though it was run again, is escalated. Newest first in `runs`. */
export function failingRituals(runs: readonly RitualRun[]): Problem[] {
  const byName = Map.groupBy(
    runs.filter(
      ({ result }) =>
        result === 'failed' || result === 'timed-out' || result === 'done' || result === 'handed-over' || result === 'unanswered',
    ),
    ({ ritual }) => ritual,
  );
  return [...byName].flatMap(([name, [last, before]]) => {
    if (last === undefined || !isFailure(last)) return [];
    const detail = last.detail === '' ? name : `${name}: ${last.detail}`;
    const at = last.finishedAt ?? last.scheduledFor;
    return [
      {
        code: 'ritual-failed',
        detail,
        at,
        severity: 'warning',
        release: null,
        fixFailed: before !== undefined && isFailure(before),
      },
    ];
  });
}

const isFailure = ({ result }: RitualRun): boolean => result === 'failed' || result === 'timed-out' || result === 'unanswered';

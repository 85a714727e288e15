import type { ArchiveVerifyResult, RollbackResult } from '../../../shared/model/updates.ts';
import type { Recovered } from './apply/recover.ts';
import type { CycleReport } from './cycle/run-cycle.ts';
import type { Projection } from './log/update-log.ts';
import type { StatusBoard } from './status-board.ts';

/** One message per cause; a later one with the same tag replaces it. `values` fill the sentences `news.<kind>` of the locales. */
export interface News {
  tag: string;
  kind: 'applied' | 'held' | 'rolled-back' | 'failed' | 'recovered';
  release: string | null;
  values: Record<string, string | number>;
}

/** Turns what came of an act into the state that is shown and the news that a person gets. */
export interface UpdatesReporter {
  cycle(report: CycleReport): void;
  /** A look that was not to change anything: it still knows whether Core could be looked at. */
  looked(report: CycleReport): void;
  rollback(result: RollbackResult, projection: Projection): void;
  recovered(recovered: readonly Recovered[]): void;
  archiveVerified(result: ArchiveVerifyResult): void;
}

const SOURCE_PROBLEMS = ['source-missing', 'source-unreadable', 'source-not-set', 'source-stream'] as const;

export function createReporter(board: StatusBoard, tell: (news: News) => void): UpdatesReporter {
  const noteProjection = ({ quarantined, problem }: Projection): void => {
    const detail = quarantined ?? problem;
    if (detail !== null)
      board.raise({
        code: quarantined === null ? 'log-unwritable' : 'log-quarantined',
        detail,
        severity: 'warning',
        release: null,
      });
    else board.clear('log-unwritable');
  };
  /** False when Core could not be looked at, which is never shown as good. */
  const couldLook = ({ unavailable }: CycleReport): boolean => {
    if (unavailable === null) {
      board.clear(...SOURCE_PROBLEMS, 'internal');
      return true;
    }
    board.raise({ code: unavailable.code, detail: unavailable.message, severity: 'warning', release: null });
    board.checked('could-not-check', { full: false, provenGood: false, pointers: null });
    return false;
  };
  return {
    looked(report) {
      if (!couldLook(report)) return;
      const { result, full, pointers } = report;
      const isOpen = result.status !== 'NO_UPDATES';
      board.checked(isOpen ? 'held' : 'up-to-date', { full, provenGood: full && !isOpen, pointers: full ? pointers : null });
    },
    cycle(report) {
      const { result, outcome, newHolds, newHeldSet, full } = report;
      if (!couldLook(report)) return;
      noteProjection(report.projection);
      noteOutcome(board, report);
      board.checked(checkOf(result.status), { full, provenGood: report.provenGood, pointers: full ? report.pointers : null });
      if (outcome?.outcome === 'applied') tell(appliedNews(report));
      if (outcome?.outcome === 'rolled-back') tell(endNews('rolled-back', outcome.release, outcome.reason));
      if (result.status === 'FAILED') tell(endNews('failed', result.release, result.reason ?? ''));
      // What verification refused is told by its rollback; the holds that follow from it are the same cause.
      if (outcome?.outcome === 'rolled-back') return;
      const questions = isNewQuestion(report) ? 1 : 0;
      const count = newHolds.length + (newHeldSet ? 1 : 0) + questions;
      if (count > 0) tell(heldNews(report, count, questions));
    },
    rollback(result, projection) {
      noteProjection(projection);
      if (result.status === 'COMPLETED') board.clear('release-rolled-back', 'release-failed', 'disk-full');
      if (result.status === 'FAILED')
        board.raise({ code: 'release-failed', detail: result.reason ?? '', severity: 'harm', release: result.release });
    },
    recovered(recovered) {
      const detail = recovered.map((one) => `${one.release}: ${one.reason}`).join(' ');
      board.clear('unrecoverable');
      board.raise({ code: 'recovered', detail, severity: 'notice', release: recovered.at(-1)?.release ?? null });
      tell({ tag: 'recovered', kind: 'recovered', release: recovered.at(-1)?.release ?? null, values: { summary: detail } });
    },
    archiveVerified({ damaged }) {
      if (damaged.length === 0) return board.clear('archive-damaged');
      const detail = damaged.map((one) => `${one.archivePath} (${one.problem})`).join(', ');
      board.raise({ code: 'archive-damaged', detail, severity: 'harm', release: null });
    },
  };
}

function noteOutcome(board: StatusBoard, { outcome, result }: CycleReport): void {
  if (outcome?.outcome === 'unfinished') {
    board.raise({ code: 'unrecoverable', detail: outcome.reason, severity: 'harm', release: outcome.release });
  } else if (outcome?.outcome === 'rolled-back') {
    board.raise({ code: 'release-rolled-back', detail: outcome.reason, severity: 'warning', release: outcome.release });
  } else if (result.status === 'FAILED') {
    board.raise({ code: 'release-failed', detail: result.reason ?? '', severity: 'harm', release: result.release });
  } else if (result.status === 'COMPLETED' || result.status === 'NO_UPDATES') {
    board.clear('release-rolled-back', 'release-failed', 'disk-full');
  }
}

function checkOf(status: CycleReport['result']['status']): Parameters<StatusBoard['checked']>[0] {
  switch (status) {
    case 'COMPLETED':
      return 'applied';
    case 'HELD':
      return 'held';
    case 'ROLLED_BACK':
      return 'rolled-back';
    case 'FAILED':
      return 'failed';
    case 'NO_UPDATES':
    case 'PLANNED':
      return 'up-to-date';
  }
}

const appliedNews = ({ result }: CycleReport): News => ({
  tag: `release-${result.release}`,
  kind: 'applied',
  release: result.release,
  values: {
    count: result.success_count,
    release: result.release ?? '',
    summary: namesOf(result.entries.filter((one) => one.status === 'SUCCESS')),
  },
});

/** A set that waits for an approval, and did not before. */
const isNewQuestion = ({ outcome }: CycleReport): boolean =>
  outcome?.outcome === 'refused' && outcome.judgement.verdict === 'ask' && outcome.judgement.again !== true;

/** `questions` of the `count` are requests for approval, which a desktop tells in its own way. */
const heldNews = ({ result, newHolds }: CycleReport, count: number, questions: number): News => ({
  tag: 'held',
  kind: 'held',
  release: null,
  values: {
    count,
    questions,
    summary:
      newHolds.length > 0
        ? namesOf(newHolds.map((hold) => ({ relative_path: hold.path })))
        : (result.heldSet?.reasons[0]?.detail ?? result.reason ?? ''),
  },
});

const endNews = (kind: 'rolled-back' | 'failed', release: string | null, reason: string): News => ({
  tag: release === null ? kind : `release-${release}`,
  kind,
  release,
  values: { release: release ?? '', summary: reason },
});

const SHOWN = 3;

/** `a.py, b.py, c.py +4`: the names that fit into a glance. */
function namesOf(entries: readonly { relative_path: string }[]): string {
  const names = entries.slice(0, SHOWN).map((entry) => entry.relative_path.split('/').at(-1));
  const more = entries.length - names.length;
  return names.join(', ') + (more > 0 ? ` +${more}` : '');
}

import type { Guardian, News } from '../../electron/guardian-api.ts';
import { AppError } from '../../electron/kernel/errors.ts';
import { Event } from '../../electron/kernel/events.ts';
import type { ApprovalRequest, ConsensusState } from '../../shared/model/governance.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { CycleResult } from '../../shared/model/updates.ts';
import { sampleSnapshot } from './sample-snapshot.ts';

/** A guardian that does nothing but remember what it was asked, and says what a test tells it to say. */
export interface FakeGuardian extends Guardian {
  readonly asked: { act: string; values: unknown }[];
  become(changes: Parameters<typeof sampleSnapshot>[0]): void;
  tell(news: News): void;
  /** Lets requests for approval wait, and shows them. */
  request(requests: ApprovalRequest[], consensus?: ConsensusState | null): void;
}

const rethrow = (error: unknown): never => {
  throw error;
};

const UNCHANGED: CycleResult = {
  status: 'NO_UPDATES',
  release: null,
  updates_count: 0,
  success_count: 0,
  failed_count: 0,
  held_count: 0,
  timestamp: new Date(0).toISOString(),
  entries: [],
  reason: null,
  held: [],
  heldSet: null,
};

const notFaked = (): never => {
  throw new AppError('internal', 'The fake guardian cannot do this.');
};

export function createFakeGuardian(workspace = '/work/97layerOS'): FakeGuardian {
  const snapshots = new Event<Snapshot>(rethrow);
  const news = new Event<News>(rethrow);
  const asked: FakeGuardian['asked'] = [];
  let snapshot = sampleSnapshot();
  let requests: ApprovalRequest[] = [];
  let consensus: ConsensusState | null = null;
  const remember = (act: string, values: unknown = null): void => void asked.push({ act, values });
  const become: FakeGuardian['become'] = (changes) => {
    snapshot = { ...sampleSnapshot(changes), revision: snapshot.revision + 1 };
    snapshots.emit(snapshot);
  };
  const pending = (): ApprovalRequest[] => requests.filter(({ state }) => state === 'pending');
  const find = (id: number): ApprovalRequest => {
    const found = requests.find((one) => one.id === id);
    if (found === undefined) throw new AppError('not-found', `There is no approval request ${id}.`);
    return found;
  };
  const settle = (id: number, changes: Partial<ApprovalRequest>): ApprovalRequest => {
    const settled = { ...find(id), ...changes };
    requests = requests.map((one) => (one.id === id ? settled : one));
    become({ approvals: pending() });
    return settled;
  };
  return {
    workspace,
    asked,
    become,
    request(waiting, agreed = null) {
      requests = waiting;
      consensus = agreed;
      become({ approvals: pending() });
    },
    tell: (piece) => news.emit(piece),
    snapshot: () => snapshot,
    onSnapshot: (listener) => snapshots.on(listener),
    onNews: (listener) => news.on(listener),
    watch: () => Promise.resolve(remember('watch')),
    pause: (minutes) => remember('pause', minutes),
    resume: () => remember('resume'),
    runUpdate(options) {
      remember('update', options);
      return Promise.resolve(UNCHANGED);
    },
    decide: notFaked,
    releases: () => snapshot.releases,
    release: notFaked,
    previewRollback: notFaked,
    rollback: notFaked,
    history: notFaked,
    archivedBytes: notFaked,
    diff: notFaked,
    archive: () => ({ versions: [], total: 0 }),
    verifyArchive: () => Promise.resolve({ checked: 0, intact: 0, damaged: [] }),
    previewPrune: () => ({ remove: [], keep: 0, bytes: 0, token: 'nothing' }),
    prune: notFaked,
    archiveFolder: () => workspace,
    environment: { check: notFaked, status: () => ({ report: null, running: null }) },
    healing: {
      health: notFaked,
      report: notFaked,
      course: notFaked,
      issues: () => [],
      heal: notFaked,
      calls: { enter: notFaked, exit: notFaked, blocked: notFaked },
    },
    wake: () => remember('wake'),
    alerts: {
      view: () => ({ alerts: [], channels: [], deliveries: [] }),
      acknowledge: notFaked,
      test: notFaked,
    },
    rituals: {
      list: notFaked,
      nextOf: () => null,
      problem: () => null,
      runs: () => [],
      output: notFaked,
      answered: () => false,
      runNow: notFaked,
      setPaused: notFaked,
      setSkipNext: notFaked,
    },
    governance: {
      auditLog: () => null,
      auditStatus: notFaked,
      auditEntries: notFaked,
      verifyAudit: notFaked,
      constitution: notFaked,
      permissions: { ask: notFaked },
      vigil: {
        checkSelf: notFaked,
        lookForUnlogged: notFaked,
        acceptChange: notFaked,
        acknowledgeAct: notFaked,
        recordJudgement: notFaked,
        checkpoint: notFaked,
      },
      dissolution: {
        plan: notFaked,
        run: notFaked,
        due: () => Promise.resolve([]),
        recover: () => Promise.resolve(),
        problems: () => [],
        attend: () => ({ dispose: () => undefined }),
        dispose: () => undefined,
      },
      approvals: {
        list: () => requests,
        pending,
        show: (id) => ({ request: find(id), consensus }),
        approve(id, decider, confirm) {
          remember('approve', { id, decider, confirm });
          return settle(id, {
            state: 'approved',
            decidedBy: `${decider.name} (${decider.door})`,
            validUntil: Date.now() + 3_600_000,
          });
        },
        deny(id, decider, reason) {
          remember('deny', { id, decider, reason });
          return settle(id, { state: 'denied', decidedBy: `${decider.name} (${decider.door})`, reason });
        },
        review: notFaked,
        reviewSigned: notFaked,
        propose: notFaked,
        classify: notFaked,
        requestAbout: notFaked,
        caseNameOf: notFaked,
        endStale: () => undefined,
        enactLeft: () => 0,
      },
    },
    settings: { read: notFaked, preview: notFaked, form: notFaked, edit: notFaked, save: notFaked, former: notFaked },
    logs: {
      sources: () => [],
      view: notFaked,
      page: notFaked,
      placeOf: notFaked,
      exportTo: notFaked,
    },
    annealing: {
      record: notFaked,
      handleError: notFaked,
      programEnded: notFaked,
      succeeded: notFaked,
      groups: () => [],
      list: () => ({ groups: [], dsn: null }),
      report: notFaked,
      analyse: notFaked,
      setState: notFaked,
      merge: notFaked,
      split: notFaked,
      fix: notFaked,
      aiQuestion: notFaked,
      askAi: notFaked,
      resume: () => Promise.resolve(),
      summary: () => ({ open: 0, recurring: 0, proposed: 0, regressed: 0 }),
      ingest: () => null,
      address: () => Promise.resolve(null),
      problems: () => [],
      settled: () => Promise.resolve(),
    },
    security: { run: notFaked, shouldUpdate: notFaked, view: notFaked, previewRollback: notFaked, rollback: notFaked },
    dispose: () => remember('dispose'),
  };
}

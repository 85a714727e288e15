import type { Guardian, News } from '../../electron/guardian-api.ts';
import { AppError } from '../../electron/kernel/errors.ts';
import { Event } from '../../electron/kernel/events.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { CycleResult } from '../../shared/model/updates.ts';
import { sampleSnapshot } from './sample-snapshot.ts';

/** A guardian that does nothing but remember what it was asked, and says what a test tells it to say. */
export interface FakeGuardian extends Guardian {
  readonly asked: { act: string; values: unknown }[];
  become(changes: Parameters<typeof sampleSnapshot>[0]): void;
  tell(news: News): void;
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
  const remember = (act: string, values: unknown = null): void => void asked.push({ act, values });
  return {
    workspace,
    asked,
    become(changes) {
      snapshot = { ...sampleSnapshot(changes), revision: snapshot.revision + 1 };
      snapshots.emit(snapshot);
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
    governance: {
      auditLog: () => null,
      approvals: { list: () => [], pending: () => [], show: notFaked, approve: notFaked, deny: notFaked, review: notFaked },
    },
    security: { run: notFaked, shouldUpdate: notFaked, view: notFaked, previewRollback: notFaked, rollback: notFaked },
    dispose: () => remember('dispose'),
  };
}

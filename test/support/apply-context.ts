import { join } from 'node:path';
import type { ApplyContext } from '../../electron/features/updates/apply/context.ts';
import type { FileJobKind } from '../../electron/features/updates/apply/file-batch.ts';
import { createFileWorkers, type FileWorkers } from '../../electron/features/updates/apply/file-workers.ts';
import type { ReleaseItem } from '../../electron/features/updates/apply/prepare.ts';
import { createArchiveIndex } from '../../electron/features/updates/archive/archive-index.ts';
import { createBase } from '../../electron/features/updates/ledger/base.ts';
import { createRefusals } from '../../electron/features/updates/ledger/refusals.ts';
import { createReleases } from '../../electron/features/updates/ledger/releases.ts';
import { createSettlement } from '../../electron/features/updates/ledger/settlement.ts';
import { updatesMigrations } from '../../electron/features/updates/schema.ts';
import { createActRecord } from '../../electron/kernel/act-record.ts';
import { systemClock } from '../../electron/kernel/clock.ts';
import { openDatabase } from '../../electron/kernel/database.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../electron/kernel/schema.ts';
import { sha256 } from './tree.ts';

/** Lets a test act as somebody else between two steps of a release. */
export type Between = (kind: FileJobKind, when: 'before' | 'after') => void;

/** Everything a release stands on, real but for what `over` replaces. */
export function createApplyContext(
  workspace: string,
  between: Between = () => undefined,
  over: Partial<ApplyContext> = {},
): ApplyContext {
  const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...updatesMigrations]);
  const releases = createReleases(database);
  const base = createBase(database);
  const refusals = createRefusals(database);
  return {
    workspace,
    archiveFolder: () => join(workspace, '.tmp/archive'),
    database,
    releases,
    archive: createArchiveIndex(database),
    settlement: createSettlement({ base, refusals, releases }),
    workers: watched(createFileWorkers(), between),
    verify: () => Promise.resolve([]),
    before: () => Promise.resolve(),
    clock: systemClock,
    log: silentLog,
    audit: createActRecord(database, systemClock),
    gate: { judge: () => ({ verdict: 'allow' }) },
    ...over,
  };
}

function watched(workers: FileWorkers, between: Between): FileWorkers {
  return {
    async run(kind, jobs, onProgress) {
      between(kind, 'before');
      const results = await workers.run(kind, jobs, onProgress);
      between(kind, 'after');
      return results;
    },
    dispose: () => workers.dispose(),
  };
}

/** An item of a set that brings `after` (read from `from`) where `before` is now. */
export function item(path: string, before: string | null, after: { from: string; content: string } | null): ReleaseItem {
  return {
    key: path,
    path,
    type: after === null ? 'DELETED' : before === null ? 'NEW' : 'MODIFIED',
    before: before === null ? null : sha256(before),
    after:
      after === null
        ? null
        : { from: after.from, hash: sha256(after.content), size: Buffer.byteLength(after.content), mode: 0o644 },
    baseBefore: null,
    baseAfter: after === null ? null : sha256(after.content),
    rejects: [],
  };
}

import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { createMetaLog } from '../audit-log/index.ts';
import type { DissolutionPlan } from './plan.ts';
import type { Handover } from './request.ts';
import type { ReadmeChange } from './readme-change.ts';
import { sweepUnfinished } from './sweep.ts';

export interface HandOverContext {
  workspace: string;
  database: Database;
  clock: Pick<Clock, 'now'>;
  /** Absolute path of META_AUDIT_LOG.md. */
  metaLog: () => string;
}

/**
 * Ends the sessions of the inquisitor, records to whom its authority goes, and tells the README. May be called again after a crash: what
 * is done already is found. Returns what was done, for the audit entry.
 */
export async function handOver(context: HandOverContext, id: number, plan: DissolutionPlan): Promise<string[]> {
  const { handover, readme } = plan;
  if (handover === null) return [];
  closeSessions(context);
  recordHandOver(context, id, plan, handover);
  if (readme !== null) await tellReadme(context.workspace, readme);
  return [
    `authority handed to: ${handover.successor}`,
    'sessions ended: requests that waited, reviews that were open',
    ...(readme === null ? [] : [`updated: ${readme.path}`]),
  ];
}

const REASON = 'The immune system was dissolved: what it had not decided asks its successor.';

/** Questions, leaves that nobody has used, and reviews: all of them stood on an authority that is gone. */
function closeSessions({ database, clock }: HandOverContext): void {
  database.transaction(() => {
    const requests = `UPDATE approval_requests SET state = 'expired', reason = coalesce(reason, ?) WHERE state IN ('pending', 'approved')`;
    const reviews = `UPDATE consensus_cases SET closed_at = ?, outcome = 'stale' WHERE closed_at IS NULL`;
    database.run(requests, REASON);
    database.run(reviews, clock.now());
  });
}

function recordHandOver(
  { database, clock, metaLog }: HandOverContext,
  id: number,
  plan: DissolutionPlan,
  { successor }: Handover,
): void {
  const log = createMetaLog({ path: metaLog(), clock });
  const dissolution = `${id}-${plan.contentHash}`;
  if (log.read().some(({ fields }) => fields?.['dissolution'] === dissolution)) return;
  log.append({
    target: plan.structure,
    change_type: 'delete',
    description: `The immune system is dissolved: ${plan.reason}`,
    approved_by: approverOf(database, plan.contentHash),
    authority_handed_to: successor,
    archive: plan.archivePath,
    dissolution,
  });
}

function approverOf(database: Database, contentHash: string): string {
  const sql = `SELECT decided_by AS name FROM approval_requests WHERE content_hash = ? AND state = 'used' ORDER BY id DESC LIMIT 1`;
  return database.get<{ name: string | null }>(sql, contentHash)?.name ?? 'unknown';
}

/** A README that somebody has changed since keeps every word of theirs: the notice is added at its end. */
async function tellReadme(workspace: string, { path, before, after, block }: ReadmeChange): Promise<void> {
  assertRealFolders(workspace, path, new Set());
  const file = within(workspace, path);
  await sweepUnfinished(dirname(file), after);
  const now = await textOf(file);
  if (now?.includes(block) === true) return;
  await writeFileAtomic(file, now === before ? after : `${now ?? ''}\n${block}`);
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

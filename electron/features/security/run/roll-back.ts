import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecurityRollbackPreview } from '../../../../shared/model/security.ts';
import { beginAct } from '../../../kernel/begin-act.ts';
import { AppError } from '../../../kernel/errors.ts';
import { sha256 } from '../../../kernel/hash.ts';
import { digestOf, readTree } from '../apply/snapshot/tree.ts';
import { inWorkspace } from '../inventory/pip-environment.ts';
import type { Attempt } from '../ledger/attempts.ts';
import { BY_PERSON } from '../ledger/refusals.ts';
import { runId } from '../ledger/runs.ts';
import { pipScheme } from '../versions/pip-scheme.ts';
import { actorOf } from './act-of.ts';
import { putBack } from './run-attempt.ts';
import { snapshotFolder, type RunContext } from './run-context.ts';

/** Whether a run has kept upgrades whose copies are there. */
export const canRollBack = ({ attempts, workspace }: Pick<RunContext, 'attempts' | 'workspace'>, run: number): boolean => {
  const kept = attempts.of(run).filter(({ state }) => state === 'kept');
  return kept.length > 0 && kept.every(({ number }) => existsSync(join(snapshotFolder(workspace, number), 'manifest.json')));
};

/** What going back on a run would do, and what was changed since and would be lost by it. @throws AppError `not-found` */
export async function previewRollback(context: RunContext, run: number): Promise<SecurityRollbackPreview> {
  const kept = keptOf(context, run);
  const later = context.attempts
    .kept()
    .filter((one) => one.run > run && kept.some(({ ecosystem }) => ecosystem === one.ecosystem));
  const changedSince = new Set<string>(later.flatMap(({ upgrades }) => upgrades.map(({ name, to }) => `${name} ${to}`)));
  const states: string[] = [];
  for (const ecosystem of ['pip', 'npm'] as const) {
    const last = kept.findLast((one) => one.ecosystem === ecosystem);
    for (const [index, place] of (last?.places ?? []).entries()) {
      const digest = digestOf(await readTree(place));
      states.push(digest);
      if (later.length === 0 && digest !== last?.after?.[index]) changedSince.add(inWorkspace(context.workspace, place) ?? place);
    }
  }
  return {
    run: runId(run),
    packages: kept.flatMap(({ upgrades }) =>
      upgrades.map(({ ecosystem, name, from, to }) => ({ ecosystem, name, from: to, to: from })),
    ),
    files: [...new Set(kept.flatMap(({ places }) => places.map((place) => inWorkspace(context.workspace, place) ?? place)))],
    changedSince: [...changedSince],
    token: sha256(JSON.stringify([run, states])),
  };
}

/** Puts back what was there before a run. @throws AppError `not-found`, `stale-preview`, `denied`, `hash-mismatch` */
export async function rollBack(
  context: RunContext,
  run: number,
  token: string | undefined,
  trigger: string,
): Promise<SecurityRollbackPreview> {
  const { attempts, workspace } = context;
  const preview = await previewRollback(context, run);
  if (token !== undefined && token !== preview.token)
    throw new AppError('stale-preview', 'The environment has changed since the preview. Look again.');
  const kept = keptOf(context, run);
  const target = `security run ${runId(run)}: ${preview.packages.map(({ name, from, to }) => `${name} ${from} → ${to || 'removed'}`).join(', ')}`;
  const paths = preview.files.filter((path) => !path.startsWith('/') && !/^[A-Za-z]:/.test(path));
  const act = {
    type: 'rollback.apply',
    target,
    actor: actorOf(trigger),
    paths,
    contentHash: preview.token,
    risk: 'low' as const,
  };
  const { judgement, intent } = beginAct(context, act, (made) => {
    // From here on a crash is found, and the way back is gone to its end.
    for (const { number } of kept) attempts.goBack(number, made);
  });
  if (judgement.verdict !== 'allow') throw new AppError('denied', judgement.reason);
  context.onPhase('restoring');
  // Backwards: each copy is of what was there before its own attempt.
  for (const attempt of kept.toReversed()) await restore(context, attempt);
  for (const { upgrades } of kept) refuse(context, upgrades, run);
  context.runs.rolledBack(run, context.clock.now());
  if (intent !== null) context.audit.outcome(intent, { result: 'done', reasons: [] });
  await Promise.all(kept.map(({ number }) => rm(snapshotFolder(workspace, number), { recursive: true, force: true })));
  return preview;
}

async function restore(context: RunContext, { number }: Attempt): Promise<void> {
  await putBack(context, number);
  context.attempts.setState(number, 'rolled-back');
}

/** What a person took back is not done again behind their back. */
function refuse({ refusals }: RunContext, upgrades: Attempt['upgrades'], run: number): void {
  for (const { ecosystem, name, to } of upgrades)
    refusals.add(ecosystem, ecosystem === 'pip' ? pipScheme.nameKey(name) : name, to, BY_PERSON, run);
}

function keptOf(context: RunContext, run: number): Attempt[] {
  if (!canRollBack(context, run)) throw new AppError('not-found', `${runId(run)} has nothing that could be rolled back.`);
  return context.attempts.of(run).filter(({ state }) => state === 'kept');
}

import type { PrunePreview } from '../../../shared/model/updates.ts';
import { ask, canAsk } from '../ask.ts';
import { EXIT } from '../exit-codes.ts';
import type { PruneOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { assertSoundSettings } from '../sound-settings.ts';
import { prunePreview } from '../text/archive-report.ts';

/** Removes what the retention policy lets go, after showing it, and only when somebody said so. */
export function archivePrune(session: Session, { dryRun = false, yes = false }: PruneOptions): Promise<number> {
  const { output, voice } = session;
  return session.withGuardian(async (guardian) => {
    assertSoundSettings(guardian);
    const preview = guardian.previewPrune();
    const count = preview.remove.length;
    output.lines(prunePreview(preview, voice));
    if (count === 0) return end(session, 'NOTHING_TO_DO', preview, null);
    if (dryRun) return end(session, 'PLANNED', preview, 'terminal.dryRun');
    if (!yes && !canAsk(session)) return end(session, 'HELD', preview, 'terminal.prune.needsYes');
    if (!yes && !(await isConfirmed(session, count))) return end(session, 'HELD', preview, 'terminal.prune.declined');
    session.signal.throwIfAborted();
    return end(session, 'PRUNED', await guardian.prune(preview.token, 'terminal'), 'terminal.prune.done');
  });
}

async function isConfirmed(session: Session, count: number): Promise<boolean> {
  const answer = await ask(`${session.voice.t('terminal.prune.ask', { count })} [y/N] `, session);
  return /^(?:y|yes|예|네)$/i.test(answer);
}

function end(
  { output, voice }: Session,
  status: 'NOTHING_TO_DO' | 'PLANNED' | 'HELD' | 'PRUNED',
  preview: PrunePreview,
  key: string | null,
): number {
  const { remove, keep, bytes } = preview;
  output.document({ status, remove, keep, bytes });
  if (key !== null) output.lines([voice.t(key, { count: remove.length })]);
  return status === 'HELD' ? EXIT.held : EXIT.ok;
}

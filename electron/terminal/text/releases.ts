import type { ReleaseStatus, ReleaseSummary } from '../../../shared/model/updates.ts';
import { columns } from './columns.ts';
import { moment } from './moments.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const TONES: Record<ReleaseStatus, Tone> = {
  APPLYING: 'plain',
  VERIFYING: 'plain',
  SUCCESS: 'good',
  ROLLED_BACK: 'held',
  FAILED: 'harm',
};

/** One line a release, newest first: id, when, what came of it, how many files, who asked. */
export function releaseLines(releases: readonly ReleaseSummary[], voice: Voice): string[] {
  const { t, paint } = voice;
  const rows = releases.map((release) => [
    paint('strong', release.id),
    moment(release.startedAt),
    paint(TONES[release.status], stateOf(release, voice)),
    t('terminal.files', { count: release.files }),
    paint('faint', t(`panel.trigger.${release.trigger}`)),
  ]);
  return columns(rows, { indent: '  ' });
}

function stateOf({ status, kind, of, rolledBackBy }: ReleaseSummary, { t }: Voice): string {
  if (status === 'SUCCESS' && rolledBackBy !== null) return t('terminal.release.takenBack', { by: rolledBackBy });
  if (status === 'SUCCESS' && kind === 'rollback') return t('terminal.release.rollback', { of: printable(of ?? '') });
  if (status === 'SUCCESS' && kind === 'fix') return t('terminal.release.fix', { of: printable(of ?? '') });
  return t(`terminal.release.${status}`);
}

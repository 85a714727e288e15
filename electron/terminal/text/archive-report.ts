import type { ArchivePage, ArchiveVerifyResult, ArchiveVersion, PrunePreview } from '../../../shared/model/updates.ts';
import { columns } from './columns.ts';
import { moment, size } from './moments.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** One line a version, newest first, and how many there are beyond those shown. */
export function archiveList({ versions, total }: ArchivePage, voice: Voice): string[] {
  if (total === 0) return [voice.t('terminal.archive.none')];
  const more = total > versions.length ? ['', voice.t('terminal.archive.more', { shown: versions.length, total })] : [];
  return [...versionLines(versions, voice), ...more];
}

function versionLines(versions: readonly ArchiveVersion[], { paint, language }: Voice): string[] {
  const rows = versions.map((version) => [
    paint('strong', String(version.id)),
    moment(version.archivedAt),
    size(version.size, language),
    version.release ?? '-',
    printable(version.path),
  ]);
  return columns(rows, { right: [0, 2] });
}

/** Whether every archived byte is still what it was. */
export function verifyReport({ checked, intact, damaged }: ArchiveVerifyResult, { t, paint }: Voice): string[] {
  if (damaged.length === 0) return [paint('good', t('terminal.archive.intact', { count: checked }))];
  const rows = damaged.map((one) => [
    paint('harm', t(`terminal.archive.${one.problem}`)),
    String(one.id),
    printable(one.archivePath),
  ]);
  return [
    paint('harm', t('terminal.archive.damaged', { count: damaged.length, checked, intact })),
    ...columns(rows, { indent: '  ', right: [1] }),
  ];
}

/** What the retention policy would let go. */
export function prunePreview({ remove, keep, bytes }: PrunePreview, voice: Voice): string[] {
  if (remove.length === 0) return [voice.t('terminal.prune.nothing', { count: keep })];
  return [
    ...versionLines(remove, voice),
    '',
    voice.t('terminal.prune.would', { count: remove.length, size: size(bytes, voice.language), keep }),
  ];
}

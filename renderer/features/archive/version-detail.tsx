import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveVersion } from '../../../shared/model/updates.ts';
import { useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Diff } from '../../ui/diff/diff-view.tsx';
import { bytes } from '../../ui/format.ts';
import { PathText } from '../../ui/path-text.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { openRollback } from '../frame/navigation.ts';

/** One archived version: what it is, the way to put it back, and how it differs from today. */
export function VersionDetail({ version }: { version: ArchiveVersion }): ReactNode {
  const { t, i18n } = useTranslation();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={version.path} copy />
      </h2>
      <p className="soft">
        <RelativeTime at={version.archivedAt} /> · {bytes(version.size, i18n.language)}
        {version.release === null ? '' : ` · ${version.release}`}
      </p>
      <div className="actions">
        <Button onClick={() => openRollback({ kind: 'version', archiveId: version.id })}>{t('panel.archive.restore')}</Button>
      </div>
      <Diff request={{ kind: 'version', archiveId: version.id }} revision={revision} />
      <dl className="facts">
        <dt>{t('panel.archive.storedAt')}</dt>
        <dd>
          <PathText path={version.archivePath} copy />
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code title={version.hash}>{version.hash.slice(0, 16)}…</code>
        </dd>
      </dl>
    </article>
  );
}

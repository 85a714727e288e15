import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrunePreview } from '../../../shared/model/updates.ts';
import { useAct, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { bytes } from '../../ui/format.ts';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { showOutcome } from '../frame/outcome.ts';

function Preview({ preview }: { preview: PrunePreview }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('panel.prune.keeps', { count: preview.keep })}</p>
      {preview.remove.length === 0 ? null : (
        <Section title={t('panel.prune.removes')} total={preview.remove.length}>
          <ul>
            {preview.remove.map((version) => (
              <li key={version.id} className="preview-file">
                <PathText path={version.path} />
                <span className="soft small">
                  <ClockTime at={version.archivedAt} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="soft small">{t('panel.prune.promise')}</p>
    </>
  );
}

/** Pruning by the policy in the settings: what goes and what stays is shown first. This is the one act without an undo, and says so. */
export function PruneDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const preview = useQuery('archive:prunePreview', null);
  const act = useAct('archive:prune');
  const total = preview.value?.remove.length ?? 0;
  const size = bytes(preview.value?.bytes ?? 0, i18n.language);
  const prune = async (): Promise<void> => {
    if (preview.value === null) return;
    const done = await act.run({ token: preview.value.token });
    if (done === null) return;
    const values = { count: done.remove.length, size: bytes(done.bytes, i18n.language) };
    showOutcome({ key: 'panel.outcome.pruned', values, undo: null, tone: 'good', reason: null });
    onClose();
  };
  const lookAgain = (): void => {
    act.clear();
    preview.reload();
  };
  return (
    <Dialog
      title={t('panel.prune.title')}
      description={t('panel.prune.what')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={total === 0 || act.busy || act.error !== null} onClick={() => void prune()}>
            {total === 0 ? t('panel.prune.nothing') : t('panel.prune.confirm', { count: total, size })}
          </Button>
        </>
      }
    >
      {act.error === null ? null : <ErrorState error={act.error} onRetry={lookAgain} />}
      {preview.error === null ? null : <ErrorState error={preview.error} onRetry={preview.reload} />}
      {preview.value === null && preview.error === null ? <Skeleton rows={5} label={t('panel.loading')} /> : null}
      {preview.value === null ? null : <Preview preview={preview.value} />}
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecurityRollbackPreview } from '../../../shared/model/security.ts';
import { useAct, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';

function Preview({ preview }: { preview: SecurityRollbackPreview }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      {preview.changedSince.length === 0 ? null : (
        <Section title={t('panel.security.preview.changedSince')} total={preview.changedSince.length}>
          <ul>
            {preview.changedSince.map((what) => (
              <li key={what} translate="no">
                {what}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('panel.security.preview.packages')} total={preview.packages.length}>
        <ul>
          {preview.packages.map(({ ecosystem, name, from, to }) => (
            <li key={`${ecosystem} ${name}`} translate="no">
              {name} {from} → {to === '' ? '–' : to}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('panel.security.preview.files')} total={preview.files.length}>
        <ul>
          {preview.files.map((path) => (
            <li key={path}>
              <PathText path={path} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The way back from one security run: the preview first, then exactly that. */
export function RollbackDialog({ run, onClose }: { run: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const preview = useQuery('security:preview', { run });
  const act = useAct('security:rollback');
  const count = preview.value?.packages.length ?? 0;
  const confirm = async (): Promise<void> => {
    if (preview.value !== null && (await act.run({ run, token: preview.value.token })) !== null) onClose();
  };
  const lookAgain = (): void => {
    act.clear();
    preview.reload();
  };
  return (
    <Dialog
      title={t('panel.security.preview.title', { run })}
      description={t('panel.security.preview.what')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={count === 0 || act.busy || act.error !== null} onClick={() => void confirm()}>
            {act.busy ? t('panel.security.preview.working') : t('panel.security.preview.confirm', { count })}
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

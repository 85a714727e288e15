import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';

const SETTING = 'annealing:\n  ingest:\n    enabled: true\n';
const RUN = 'nightguard run -- python3 execution/script.py';

/** Nothing seen yet, and how errors get here. */
export function NoErrors({ dsn }: { dsn: string | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="state">
      <p className="state-title">{t('panel.annealing.none')}</p>
      <p className="soft">{t(dsn === null ? 'panel.annealing.notListening' : 'panel.annealing.point')}</p>
      <p className="command" translate="no">
        <code>{dsn ?? 'annealing.ingest.enabled: true'}</code>
        <CopyButton text={dsn ?? SETTING} label={t(dsn === null ? 'panel.annealing.copySetting' : 'panel.annealing.copyDsn')} />
      </p>
      <p className="soft">{t('panel.annealing.orRun')}</p>
      <p className="command" translate="no">
        <code>{RUN}</code>
        <CopyButton text={RUN} label={t('panel.annealing.copyRun')} />
      </p>
    </div>
  );
}

import { CircleCheck, CircleX, Info, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert, AlertSeverity } from '../../../shared/model/alerts.ts';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';

const LOOKS: Readonly<Record<AlertSeverity, { tone: Tone; icon: LucideIcon }>> = {
  INFO: { tone: 'neutral', icon: Info },
  WARNING: { tone: 'asks', icon: TriangleAlert },
  ERROR: { tone: 'harm', icon: CircleX },
  CRITICAL: { tone: 'harm', icon: OctagonAlert },
};

/** How grave a cause is, or that it is over. */
export function Severity({ alert }: { alert: Pick<Alert, 'severity' | 'goneAt'> }): ReactNode {
  const { t } = useTranslation();
  if (alert.goneAt !== null)
    return (
      <StatusWord tone="neutral" icon={CircleCheck}>
        {t('alerts.gone')}
      </StatusWord>
    );
  return <StatusWord {...LOOKS[alert.severity]}>{t(`alerts.severity.${alert.severity}`)}</StatusWord>;
}

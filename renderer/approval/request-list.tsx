import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingApproval } from '../../shared/model/governance.ts';
import { RelativeTime } from '../ui/times.tsx';
import { visibleLine } from './visible-text.ts';

interface Props {
  waiting: readonly WaitingApproval[];
  chosen: number | null;
  onChoose: (id: number) => void;
}

/** What waits, oldest first. */
export function RequestList({ waiting, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="approval-list" aria-label={t('approval.list')}>
      <h2 className="small soft">{t('approval.waiting', { count: waiting.length })}</h2>
      <ul>
        {waiting.map(({ id, summary, risk, expiresAt }) => (
          <li key={id} className="row" aria-current={id === chosen ? 'true' : undefined}>
            <button type="button" className="row-main" onClick={() => onChoose(id)} data-request={id}>
              <span className="approval-list-summary">{visibleLine(summary)}</span>
              <span className="soft small">
                {t(`approval.riskNamed.${risk}`)} · <RelativeTime at={expiresAt} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { WaitingApproval } from '../../../../shared/model/governance.ts';
import { Button } from '../../../ui/button.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { RiskWord } from './risk-word.tsx';
import { useOpenApproval } from './use-open-approval.ts';

interface Props {
  request: WaitingApproval;
  current?: boolean;
  onSelect: () => void;
}

/** A request that waits: what, how risky, until when, who asks, and the way to the window where it is decided. */
export function WaitingRow({ request, current = false, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const open = useOpenApproval();
  const { id, target, actor, risk, expiresAt } = request;
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect} data-request={id} title={request.summary}>
        <span className="row-line">
          <PathText path={target} />
        </span>
        <span className="row-line small">
          <RiskWord risk={risk} />
          <span className="soft">
            <Trans i18nKey="panel.governance.approvals.expires" components={{ time: <RelativeTime at={expiresAt} /> }} />
          </span>
          <span className="soft row-rest">{actor}</span>
        </span>
      </button>
      <Button compact onClick={() => open(id)} aria-label={t('panel.governance.approvals.reviewNamed', { id, target })}>
        {t('panel.governance.approvals.review')}
      </Button>
    </li>
  );
}

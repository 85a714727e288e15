import { CircleCheck, CircleX, Hand, TimerOff, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { StatusWord, type Tone } from '../../../ui/status-word.tsx';
import { ClockTime } from '../../../ui/times.tsx';
import { decidedBy } from './decided-by.ts';

const LOOKS: Readonly<Record<ApprovalRequest['state'], { tone: Tone; icon: LucideIcon }>> = {
  pending: { tone: 'asks', icon: Hand },
  approved: { tone: 'good', icon: CircleCheck },
  used: { tone: 'good', icon: CircleCheck },
  denied: { tone: 'neutral', icon: CircleX },
  expired: { tone: 'neutral', icon: TimerOff },
};

/** What became of a request, in words. A denial is nobody's fault and is not red. */
export function StateWord({ state }: { state: ApprovalRequest['state'] }): ReactNode {
  const { t } = useTranslation();
  return <StatusWord {...LOOKS[state]}>{t(`panel.governance.approvals.state.${state}`)}</StatusWord>;
}

interface Props {
  request: ApprovalRequest;
  current: boolean;
  onSelect: () => void;
}

/** A request that was decided: what, how, by whom and when. */
export function DecidedRow({ request, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const { id, target, state, decidedAt, expiresAt } = request;
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect} data-request={id}>
        <span className="row-line">
          <PathText path={target} />
        </span>
        <span className="row-line small">
          <StateWord state={state} />
          <span className="soft">
            <ClockTime at={decidedAt ?? expiresAt} />
          </span>
          <span className="soft row-rest">{request.decidedBy === null ? '' : decidedBy(request.decidedBy, t)}</span>
        </span>
      </button>
    </li>
  );
}

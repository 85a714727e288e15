import { CircleCheck, CircleDot, CircleX, Scale, TriangleAlert, UserRound, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsensusState } from '../../../../shared/model/governance.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { StatusWord, type Tone } from '../../../ui/status-word.tsx';

const LOOKS: Readonly<Record<ConsensusState['state'], { tone: Tone; icon: LucideIcon }>> = {
  reviewing: { tone: 'neutral', icon: CircleDot },
  'awaiting-person': { tone: 'asks', icon: UserRound },
  escalated: { tone: 'asks', icon: Scale },
  accepted: { tone: 'good', icon: CircleCheck },
  rejected: { tone: 'neutral', icon: CircleX },
  stale: { tone: 'neutral', icon: CircleX },
};

/** Where a change of the law stands. What still owes its reviews is not called accepted. */
export function PlaceWord({ change }: { change: Pick<ConsensusState, 'state' | 'consensusOwed'> }): ReactNode {
  const { t } = useTranslation();
  if (change.consensusOwed) {
    return (
      <StatusWord tone="asks" icon={TriangleAlert}>
        {t('panel.governance.consensus.owed')}
      </StatusWord>
    );
  }
  return <StatusWord {...LOOKS[change.state]}>{t(`panel.governance.consensus.state.${change.state}`)}</StatusWord>;
}

interface Props {
  change: ConsensusState;
  current: boolean;
  onSelect: () => void;
}

/** A change of the law on its way: which document, which version, where it stands, how many reviews. */
export function ConsensusRow({ change, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect} data-consensus={change.id}>
        <span className="row-line">
          <PathText path={change.target} />
        </span>
        <span className="row-line small">
          <PlaceWord change={change} />
          <span className="soft">{t('panel.governance.consensus.reviews', { count: change.votes.length })}</span>
          <span className="soft row-rest" translate="no">
            {change.versionChange}
          </span>
        </span>
      </button>
    </li>
  );
}

import { Check, CircleDashed, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsensusState } from '../../shared/model/governance.ts';
import { Section } from '../ui/section.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { RelativeTime } from '../ui/times.tsx';
import { visibleLine, visibleText } from './visible-text.ts';

type CountedVote = ConsensusState['votes'][number];

const SHAPES: Readonly<Record<CountedVote['verdict'], LucideIcon>> = { approve: Check, reject: X, revise: CircleDashed };

function ReviewRow({ vote }: { vote: CountedVote }): ReactNode {
  const { t } = useTranslation();
  const family =
    vote.family === null
      ? t('approval.consensus.unknownFamily')
      : t('approval.consensus.family', { family: visibleLine(vote.family) });
  return (
    <li>
      <p>
        <StatusWord tone={vote.verdict === 'approve' ? 'neutral' : 'asks'} icon={SHAPES[vote.verdict]}>
          {visibleLine(vote.agent)} {t(`approval.consensus.verdict.${vote.verdict}`)}
        </StatusWord>{' '}
        {vote.counts ? null : <strong>({t('approval.consensus.notCounted')})</strong>}
      </p>
      <p className="soft small">
        {visibleLine(vote.model)} · {visibleLine(vote.organization)} · {family} · <RelativeTime at={vote.at} />
      </p>
      <p className="given">{visibleText(vote.rationale)}</p>
    </li>
  );
}

/** Where the consensus on a change to the constitution stands: who has reviewed it, and what is missing. */
export function RequestConsensus({ consensus }: { consensus: ConsensusState | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('approval.consensus.title')}>
      <div className="pad approval-consensus">
        <p>{t('approval.constitution')}</p>
        <p>
          <strong>{consensus === null ? t('approval.consensus.none') : t(`approval.consensus.state.${consensus.state}`)}</strong>
          {consensus === null || consensus.versionChange === '' ? null : ` · ${visibleLine(consensus.versionChange)}`}
        </p>
        {consensus === null ? null : (
          <>
            {consensus.reasons.length === 0 ? null : (
              <ul className="approval-reasons">
                {consensus.reasons.map((reason) => (
                  <li key={reason}>{visibleLine(reason)}</li>
                ))}
              </ul>
            )}
            {consensus.votes.length === 0 ? null : (
              <ul className="approval-votes" aria-label={t('approval.consensus.votes')}>
                {consensus.votes.map((vote) => (
                  <ReviewRow key={`${vote.agent} ${vote.at}`} vote={vote} />
                ))}
              </ul>
            )}
            {consensus.persons.length === 0 ? null : (
              <p>
                {t('approval.consensus.persons')}: {consensus.persons.map(visibleLine).join(', ')}
              </p>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

import { CircleCheck, CircleDashed, CircleX, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ConsensusState } from '../../../../shared/model/governance.ts';
import { Command } from '../../../ui/command.tsx';
import { Facts, ShortHash } from '../../../ui/facts.tsx';
import { count } from '../../../ui/format.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';
import { PlaceWord } from './consensus-row.tsx';

const VOTES = {
  approve: { tone: 'good', icon: CircleCheck },
  reject: { tone: 'harm', icon: CircleX },
  revise: { tone: 'asks', icon: PencilLine },
} as const;

function VoteItem({ vote }: { vote: ConsensusState['votes'][number] }): ReactNode {
  const { t } = useTranslation();
  const look = vote.counts ? VOTES[vote.verdict] : ({ tone: 'neutral', icon: CircleDashed } as const);
  return (
    <li className="finding">
      <p className="row-line wrap">
        <strong translate="no">{vote.agent}</strong>
        <StatusWord {...look}>{t(`panel.governance.consensus.vote.${vote.verdict}`)}</StatusWord>
        <span className="soft">
          <RelativeTime at={vote.at} />
        </span>
      </p>
      <p className="soft small">
        <span translate="no">
          {vote.model} · {vote.organization}
        </span>{' '}
        ·{' '}
        {vote.family === null
          ? t('panel.governance.consensus.noFamily')
          : t('panel.governance.consensus.family', { family: vote.family })}{' '}
        · {t(vote.counts ? 'panel.governance.consensus.counts' : 'panel.governance.consensus.countsNot')}
      </p>
      <p className="given">{vote.rationale}</p>
    </li>
  );
}

/** A change of the law: where it stands, what is missing, every review, and how one is added. */
export function ConsensusDetail({ change }: { change: ConsensusState }): ReactNode {
  const { t, i18n } = useTranslation();
  const { votes, reasons, persons } = change;
  const tally = {
    counted: count(votes.filter(({ counts }) => counts).length, i18n.language),
    all: count(votes.length, i18n.language),
  };
  const open = change.state === 'reviewing' || change.state === 'escalated' || change.consensusOwed;
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={change.target} copy />
      </h2>
      <p className="row-line wrap">
        <PlaceWord change={change} />
        <span className="soft">
          {t(`panel.governance.consensus.kind.${change.kind}`)} ·{' '}
          <Trans i18nKey="panel.governance.consensus.opened" components={{ time: <RelativeTime at={change.openedAt} /> }} />
        </span>
      </p>
      {change.consensusOwed ? <p>{t('panel.governance.consensus.owedWhat')}</p> : null}
      <p className="given">{change.description}</p>
      <Facts
        facts={[
          [t('panel.governance.consensus.version'), change.versionChange === '' ? null : change.versionChange],
          [t('panel.governance.consensus.missing'), reasons.length === 0 ? null : reasons.join(' ')],
          [t('panel.governance.consensus.persons'), persons.length === 0 ? null : persons.join(', ')],
          [t('panel.governance.consensus.hash'), <ShortHash key="hash" hash={change.contentHash} />],
        ]}
      />
      <Section
        title={t('panel.governance.consensus.votes')}
        aside={votes.length === 0 ? null : <span className="soft small">{t('panel.governance.consensus.counted', tally)}</span>}
      >
        {votes.length === 0 ? <p className="pad soft">{t('panel.governance.consensus.noVotes')}</p> : null}
        <ul>
          {votes.map((vote) => (
            <VoteItem key={`${vote.agent}${vote.at}`} vote={vote} />
          ))}
        </ul>
      </Section>
      {open ? (
        <>
          <p className="next">{t('panel.governance.consensus.add')}</p>
          <Command text={commands.review(change.id)} />
        </>
      ) : null}
    </article>
  );
}

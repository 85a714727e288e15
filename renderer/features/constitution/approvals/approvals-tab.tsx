import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalRequest, ConsensusState } from '../../../../shared/model/governance.ts';
import { useQuery } from '../../../api/index.ts';
import { EmptyState, Skeleton } from '../../../ui/empty-state.tsx';
import { Section } from '../../../ui/section.tsx';
import { SplitView } from '../../../ui/split-view.tsx';
import { QueryError } from '../../frame/query-error.tsx';
import { commands } from '../commands.ts';
import { useSettledRevision } from '../use-settled-revision.ts';
import { ConsensusDetail } from './consensus-detail.tsx';
import { ConsensusRow } from './consensus-row.tsx';
import { DecidedRow } from './decided-row.tsx';
import { RequestDetail } from './request-detail.tsx';
import { WaitingRow } from './waiting-row.tsx';

const MOST = 200;

/** What the detail side shows. */
interface Chosen {
  kind: 'request' | 'consensus';
  id: number;
}

interface ListProps {
  requests: readonly ApprovalRequest[];
  consensus: readonly ConsensusState[];
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
}

/** The one that expires first is first. */
const pending = (requests: readonly ApprovalRequest[]): ApprovalRequest[] =>
  requests.filter(({ state }) => state === 'pending').toSorted((a, b) => a.expiresAt - b.expiresAt);

function Waiting({ requests, chosen, choose }: Omit<ListProps, 'consensus'>): ReactNode {
  const { t } = useTranslation();
  const waiting = pending(requests);
  if (waiting.length === 0) {
    return <EmptyState title={t('panel.governance.approvals.none')}>{t('panel.governance.approvals.noneHow')}</EmptyState>;
  }
  return (
    <Section title={t('panel.governance.approvals.waiting')} total={waiting.length}>
      <ul>
        {waiting.map((request) => (
          <WaitingRow
            key={request.id}
            request={request}
            current={chosen?.kind === 'request' && chosen.id === request.id}
            onSelect={() => choose({ kind: 'request', id: request.id })}
          />
        ))}
      </ul>
    </Section>
  );
}

function List({ requests, consensus, chosen, choose }: ListProps): ReactNode {
  const { t } = useTranslation();
  const decided = requests.filter(({ state }) => state !== 'pending');
  return (
    <>
      <Waiting requests={requests} chosen={chosen} choose={choose} />
      {consensus.length === 0 ? null : (
        <Section title={t('panel.governance.consensus.title')} total={consensus.length}>
          <ul>
            {consensus.map((change) => (
              <ConsensusRow
                key={change.id}
                change={change}
                current={chosen?.kind === 'consensus' && chosen.id === change.id}
                onSelect={() => choose({ kind: 'consensus', id: change.id })}
              />
            ))}
          </ul>
        </Section>
      )}
      {decided.length === 0 ? null : (
        <Section title={t('panel.governance.approvals.decided')}>
          <ul>
            {decided.map((request) => (
              <DecidedRow
                key={request.id}
                request={request}
                current={chosen?.kind === 'request' && chosen.id === request.id}
                onSelect={() => choose({ kind: 'request', id: request.id })}
              />
            ))}
          </ul>
        </Section>
      )}
      {requests.length < MOST ? null : (
        <p className="pad soft small">{t('panel.governance.approvals.older', { command: commands.allApprovals() })}</p>
      )}
    </>
  );
}

function Detail({
  requests,
  consensus,
  chosen,
}: { [K in 'requests' | 'consensus']: ListProps[K] } & { chosen: Chosen }): ReactNode {
  const { t } = useTranslation();
  if (chosen.kind === 'request') {
    const request = requests.find(({ id }) => id === chosen.id);
    if (request !== undefined) return <RequestDetail request={request} />;
  } else {
    const change = consensus.find(({ id }) => id === chosen.id);
    if (change !== undefined) return <ConsensusDetail change={change} />;
  }
  return <EmptyState title={t('panel.governance.gone')}>{t('panel.governance.goneHow')}</EmptyState>;
}

/** What waits for a person, what is being agreed on, and what was decided. The panel reads; it cannot approve. */
export function ApprovalsTab({ view }: { view: ReturnType<typeof useQuery<'constitution:view'>> }): ReactNode {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Chosen | null>(null);
  const listed = useQuery('approvals:list', { limit: MOST }, { revision: useSettledRevision(), keep: true });
  const requests = listed.value;
  const consensus = view.value?.consensus ?? [];
  return (
    <SplitView
      list={
        <>
          <QueryError query={listed} />
          <QueryError query={view} />
          {requests === null && listed.error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
          {requests === null || (view.value === null && view.error === null) ? null : (
            <List requests={requests} consensus={consensus} chosen={chosen} choose={choose} />
          )}
        </>
      }
      detail={chosen === null || requests === null ? null : <Detail requests={requests} consensus={consensus} chosen={chosen} />}
      detailKey={chosen === null ? null : `${chosen.kind}:${chosen.id}`}
      hint={t('panel.governance.approvals.hint')}
      onBack={() => choose(null)}
    />
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalRequest } from '../../../../shared/model/governance.ts';
import { Button } from '../../../ui/button.tsx';
import { DiffView } from '../../../ui/diff/diff-view.tsx';
import { Facts, ShortHash } from '../../../ui/facts.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { decidedBy } from './decided-by.ts';
import { StateWord } from './decided-row.tsx';
import { RiskWord } from './risk-word.tsx';
import { useOpenApproval } from './use-open-approval.ts';

type FactName =
  | 'who'
  | 'what'
  | 'risk'
  | 'procedure'
  | 'rule'
  | 'asked'
  | 'expires'
  | 'file'
  | 'by'
  | 'at'
  | 'reason'
  | 'until'
  | 'used';

const timeOf = (at: number | null): ReactNode => (at === null ? null : <RelativeTime at={at} />);

function factsOf(request: ApprovalRequest, t: (key: string) => string, by: string | null): [FactName, ReactNode][] {
  const waits = request.state === 'pending';
  return [
    ['who', request.actor],
    ['what', request.type],
    ['risk', <RiskWord key="risk" risk={request.risk} />],
    ['procedure', t(`panel.governance.approvals.procedure.${request.procedure}`)],
    ['rule', request.rule],
    ['asked', timeOf(request.askedAt)],
    ['expires', waits || request.state === 'expired' ? timeOf(request.expiresAt) : null],
    ['by', waits ? null : by],
    ['at', timeOf(request.decidedAt)],
    ['reason', request.reason],
    ['until', request.state === 'approved' ? timeOf(request.validUntil) : null],
    ['used', timeOf(request.usedAt)],
    ['file', request.file === null ? null : <PathText key="file" path={request.file} copy />],
  ];
}

/** One request, to be read. Deciding on it happens in the approval window. */
export function RequestDetail({ request }: { request: ApprovalRequest }): ReactNode {
  const { t } = useTranslation();
  const open = useOpenApproval();
  const { id, target, state, paths, diff, contentHash } = request;
  const by = request.decidedBy === null ? t('panel.governance.approvals.byNobody') : decidedBy(request.decidedBy, t);
  const facts = factsOf(request, t, by).map(([name, value]) => [t(`panel.governance.approvals.fact.${name}`), value] as const);
  const labels = { oldLabel: t('panel.governance.approvals.before'), newLabel: t('panel.governance.approvals.after') };
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={target} copy />
      </h2>
      <p>
        <StateWord state={state} />
      </p>
      <p className="given">{request.summary}</p>
      {state === 'pending' ? (
        <>
          <div className="actions">
            <Button
              look="primary"
              onClick={() => open(id)}
              aria-label={t('panel.governance.approvals.reviewNamed', { id, target })}
            >
              {t('panel.governance.approvals.review')}
            </Button>
          </div>
          <p className="soft small">{t('panel.governance.approvals.elsewhere')}</p>
        </>
      ) : null}
      <Facts facts={[...facts, ['SHA-256', <ShortHash key="hash" hash={contentHash} />]]} />
      <Section title={t('panel.governance.approvals.paths')} total={paths.length}>
        <ul className="plain-list">
          {paths.map((path) => (
            <li key={path}>
              <PathText path={path} />
            </li>
          ))}
        </ul>
      </Section>
      {diff === null ? null : <DiffView diff={{ path: target, ...labels, state: 'text', unified: diff }} />}
    </article>
  );
}

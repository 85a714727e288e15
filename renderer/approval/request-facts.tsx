import { CircleAlert, Minus, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ApprovalRequest, Risk } from '../../shared/model/governance.ts';
import { StatusWord, type Tone } from '../ui/status-word.tsx';
import { RelativeTime } from '../ui/times.tsx';
import { RequestHash } from './request-hash.tsx';
import { visibleLine } from './visible-text.ts';

const RISKS: Readonly<Record<Risk, { tone: Tone; icon: LucideIcon }>> = {
  low: { tone: 'neutral', icon: Minus },
  medium: { tone: 'asks', icon: CircleAlert },
  high: { tone: 'asks', icon: TriangleAlert },
};

/** Who asks for what, how grave it is, which rule asks, until when, and the hash of exactly this. */
export function RequestFacts({ request }: { request: ApprovalRequest }): ReactNode {
  const { t } = useTranslation();
  const { tone, icon } = RISKS[request.risk];
  const facts: [string, ReactNode][] = [
    ['who', visibleLine(request.actor)],
    ['what', <code key="what">{visibleLine(request.type)}</code>],
    ['target', visibleLine(request.target)],
    [
      'risk',
      <span key="risk" className="approval-risk">
        <StatusWord tone={tone} icon={icon}>
          {t(`approval.risk.${request.risk}`)}
        </StatusWord>
        <span className="soft">{t(`approval.riskMeans.${request.risk}`)}</span>
      </span>,
    ],
    ['rule', visibleLine(request.rule)],
    ...(request.file === null ? [] : ([['file', visibleLine(request.file)]] as [string, ReactNode][])),
    ['asked', <RelativeTime key="asked" at={request.askedAt} />],
    ['until', <Trans key="until" i18nKey="approval.until" components={{ time: <RelativeTime at={request.expiresAt} /> }} />],
    ['hash', <RequestHash key="hash" hash={request.contentHash} />],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact" data-fact={name}>
          <dt>{t(`approval.fact.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

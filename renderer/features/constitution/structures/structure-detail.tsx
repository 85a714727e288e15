import { CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Finding, LimitFinding, StructureNode } from '../../../../shared/model/governance.ts';
import { Command } from '../../../ui/command.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { count } from '../../../ui/format.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';
import { VerdictWord } from './verdict.tsx';

const SEVERITIES = {
  error: { tone: 'harm', icon: CircleX },
  warning: { tone: 'asks', icon: TriangleAlert },
} as const;

function FindingRow({ finding }: { finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const { severity, rule, key, line, message } = finding;
  return (
    <li className="finding">
      <p className="row-line wrap">
        <StatusWord {...SEVERITIES[severity]}>{t(`panel.governance.node.severity.${severity}`)}</StatusWord>
        <span>{t(`panel.governance.node.rule.${rule}`)}</span>
        <span className="soft">{line === null ? '' : t('panel.governance.node.line', { line })}</span>
      </p>
      <p className="given">{message}</p>
      <p className="soft small">{key === '' ? t('panel.governance.node.document') : <code translate="no">{key}</code>}</p>
    </li>
  );
}

function LimitRow({ limit }: { limit: LimitFinding }): ReactNode {
  const { t, i18n } = useTranslation();
  const figures = { actual: count(limit.actual, i18n.language), allowed: count(limit.allowed, i18n.language) };
  return (
    <li className="finding">
      <p className="row-line wrap">
        <StatusWord tone="asks" icon={TriangleAlert}>
          {t(`panel.governance.node.action.${limit.action}`)}
        </StatusWord>
        <span className="soft">
          <Trans i18nKey="panel.governance.node.since" components={{ time: <RelativeTime at={limit.since} /> }} />
        </span>
      </p>
      <p>
        <code translate="no">{limit.limit}</code> {t('panel.governance.node.limitOf', figures)}
      </p>
    </li>
  );
}

function Judged({ node }: { node: StructureNode }): ReactNode {
  const { t } = useTranslation();
  const { file } = node;
  if (file === null) return null;
  const told = t(file === 'DNA.md' ? 'panel.governance.node.official' : 'panel.governance.node.proposed', { file });
  return (
    <Facts
      facts={[
        [t('panel.governance.node.judgedFile'), node.proposal ? `${told} · ${t('panel.governance.node.beside')}` : told],
        [t('panel.governance.node.version'), node.version ?? t('panel.governance.node.noVersion')],
      ]}
    />
  );
}

/** One structure: its verdict, what was judged, every finding and every exceeded limit. */
export function StructureDetail({ node }: { node: StructureNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={node.path === '' ? node.name : node.path} copy={node.path !== ''} />
      </h2>
      <p>
        <VerdictWord node={node} />
      </p>
      {node.bootstrap ? <p className="soft">{t('panel.governance.node.vouchedWhy')}</p> : null}
      <Judged node={node} />
      {node.limits.length === 0 ? null : (
        <Section title={t('panel.governance.node.limits')} total={node.limits.length}>
          <ul>
            {node.limits.map((limit) => (
              <LimitRow key={limit.limit} limit={limit} />
            ))}
          </ul>
        </Section>
      )}
      {node.file === null ? null : (
        <Section title={t('panel.governance.node.findings')} total={node.findings.length}>
          {node.findings.length === 0 ? <p className="pad soft">{t('panel.governance.node.noFindings')}</p> : null}
          <ul>
            {node.findings.map((finding) => (
              <FindingRow key={`${finding.rule}${finding.key}${finding.line}${finding.message}`} finding={finding} />
            ))}
          </ul>
        </Section>
      )}
      {node.file === null ? null : (
        <Section title={t('panel.governance.node.again')}>
          <div className="pad">
            <Command text={commands.judgeBlueprint(node.path === '' ? node.file : `${node.path}/${node.file}`)} />
          </div>
        </Section>
      )}
    </article>
  );
}

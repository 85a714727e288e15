import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/model/audit.ts';
import { useAct } from '../../../api/index.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { count } from '../../../ui/format.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { useReportedAct } from '../../frame/use-reported-act.ts';
import { BreakPlace, BreakWord } from './break-words.tsx';
import { EntryTime, ResultWord } from './entry-row.tsx';
import type { AuditBreak } from './place-breaks.ts';

function Texts({ texts }: { texts: readonly string[] }): ReactNode {
  const { t } = useTranslation();
  if (texts.length === 0) return <span className="soft">{t('panel.governance.audit.none')}</span>;
  return (
    <ul>
      {texts.map((text, index) => (
        // Reasons may repeat, and their order is part of the entry.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <li key={index} className="given">
          {text}
        </li>
      ))}
    </ul>
  );
}

/** All of one entry, to read and to copy. */
export function EntryDetail({ entry, faults }: { entry: AuditEntry; faults: readonly AuditBreak[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const copy = useReportedAct(useAct('app:copy'));
  const field = (name: string, value: ReactNode): readonly [string, ReactNode] => [
    t(`panel.governance.audit.field.${name}`),
    value,
  ];
  return (
    <article className="detail">
      <h2 tabIndex={-1}>{t('panel.governance.audit.entry', { number: count(entry.number, i18n.language) })}</h2>
      {faults.map((fault) => (
        <p key={`${fault.rule}${fault.offset}`} className="row-line wrap">
          <BreakWord fault={fault} />
          <span className="small">
            <BreakPlace fault={fault} />
          </span>
        </p>
      ))}
      <div className="actions">
        <Button compact onClick={() => copy(JSON.stringify(entry, null, 2))}>
          {t('panel.governance.audit.copyEntry')}
        </Button>
      </div>
      <Facts
        facts={[
          field('time', <EntryTime key="time" timestamp={entry.timestamp} relative />),
          field('logged', <code key="logged">{entry.timestamp}</code>),
          field('type', <code key="type">{entry.type}</code>),
          field('target', <PathText key="target" path={entry.target} copy />),
          field('result', <ResultWord key="result" result={entry.result} />),
          field('reasons', <Texts key="reasons" texts={entry.reasons} />),
          field('notes', <Texts key="notes" texts={entry.notes === '' ? [] : [entry.notes]} />),
          field(
            'hash',
            <span key="hash" className="path-with-copy">
              <code>{entry.hash}</code>
              <CopyButton text={entry.hash} label={t('panel.governance.audit.copyHash')} />
            </span>,
          ),
          field('place', t('panel.governance.audit.place', { segment: entry.segment })),
          field('origin', t(`panel.governance.audit.origin.${entry.origin}`)),
        ]}
      />
    </article>
  );
}

import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry, AuditStatus } from '../../../../shared/model/audit.ts';
import { useAct, useQuery } from '../../../api/index.ts';
import { EmptyState, Skeleton } from '../../../ui/empty-state.tsx';
import { count } from '../../../ui/format.ts';
import { SplitView } from '../../../ui/split-view.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import { QueryError } from '../../frame/query-error.tsx';
import { useSettledRevision } from '../use-settled-revision.ts';
import { AuditFilters, type Narrowing } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { BreakDetail } from './break-detail.tsx';
import { BrokenPlaces } from './broken-places.tsx';
import { EntryDetail } from './entry-detail.tsx';
import { LogDetail } from './log-detail.tsx';
import { LogRow, LogStatus } from './log-status.tsx';
import { placeBreaks, type AuditBreak } from './place-breaks.ts';
import { useAuditEntries } from './use-audit-entries.ts';

/** What the detail side shows. */
type Chosen = { kind: 'entry'; entry: AuditEntry } | { kind: 'break'; fault: AuditBreak } | { kind: 'log' };

const WHOLE: Narrowing = { text: '', type: null, result: null };
const WHOLE_KEY = JSON.stringify(WHOLE);

interface ListProps {
  status: AuditStatus;
  chosen: Chosen | null;
  choose: (chosen: Chosen) => void;
}

/** The list with its filters. A break is shown in its place in the whole list only. */
function Entries({ status, chosen, choose }: ListProps): ReactNode {
  const { t, i18n } = useTranslation();
  const [narrowing, narrow] = useState(WHOLE);
  const [jump, setJump] = useState<{ fault: AuditBreak } | null>(null);
  const text = useSettled(narrowing.text.trim());
  const entries = useAuditEntries(
    { text, type: narrowing.type, result: narrowing.result },
    `${status.entries} ${status.hash ?? ''}`,
  );
  const { total } = entries;
  const whole = entries.key === WHOLE_KEY;
  const placed = useMemo(() => (whole ? placeBreaks(status.breaks, total ?? 0) : []), [whole, status.breaks, total]);
  const blamed = useMemo(() => new Set(status.breaks.flatMap(({ number }) => number ?? [])), [status.breaks]);
  const show = (fault: AuditBreak): void => {
    narrow(WHOLE);
    setJump({ fault });
  };
  const all = count(status.entries, i18n.language);
  const found =
    total === null ? '\u00a0' : t(whole ? 'panel.governance.audit.list' : 'panel.governance.audit.found', { count: total, all });
  return (
    <>
      <BrokenPlaces breaks={status.breaks} onShow={show} onDetails={(fault) => choose({ kind: 'break', fault })} />
      <LogRow status={status} current={chosen?.kind === 'log'} onSelect={() => choose({ kind: 'log' })} />
      <AuditFilters value={narrowing} types={entries.types} results={entries.results} found={found} onChange={narrow} />
      <QueryError query={entries} />
      {total === null && entries.error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
      {total === 0 && whole ? (
        <EmptyState title={t('panel.governance.audit.empty')}>{t('panel.governance.audit.emptyHow')}</EmptyState>
      ) : null}
      {total === 0 && !whole ? (
        <EmptyState title={t('panel.governance.audit.noMatch')}>{t('panel.governance.audit.noMatchHow')}</EmptyState>
      ) : null}
      {total === null || total === 0 || entries.error !== null ? null : (
        <AuditList
          entries={entries}
          total={total}
          placed={placed}
          blamed={blamed}
          current={chosen?.kind === 'entry' ? chosen.entry.number : null}
          jump={jump}
          onEntry={(entry) => choose({ kind: 'entry', entry })}
          onBreak={(fault) => choose({ kind: 'break', fault })}
        />
      )}
    </>
  );
}

function Detail({ chosen, status }: { chosen: Chosen; status: AuditStatus }): ReactNode {
  if (chosen.kind === 'log') return <LogDetail status={status} />;
  if (chosen.kind === 'break') return <BreakDetail fault={chosen.fault} />;
  return <EntryDetail entry={chosen.entry} faults={status.breaks.filter(({ number }) => number === chosen.entry.number)} />;
}

const keyOf = (chosen: Chosen): string => {
  if (chosen.kind === 'entry') return `entry:${chosen.entry.number}`;
  return chosen.kind === 'log' ? 'log' : `break:${chosen.fault.file}:${chosen.fault.offset}:${chosen.fault.rule}`;
};

/** The audit log: whether it verifies, where it does not, and every entry of it. */
export function AuditTab(): ReactNode {
  const { t } = useTranslation();
  const status = useQuery('audit:status', null, { revision: useSettledRevision(), keep: true });
  const verify = useAct('audit:verify');
  const [chosen, choose] = useState<Chosen | null>(null);
  const { value } = status;
  const verifyNow = async (): Promise<void> => {
    if ((await verify.run(null)) !== null) status.reload();
  };
  return (
    <SplitView
      list={
        <div className="archive-list">
          <QueryError query={status} />
          {value === null && status.error === null ? <Skeleton rows={10} label={t('panel.loading')} /> : null}
          {value?.state === 'none' ? (
            <EmptyState title={t('panel.governance.audit.state.none')}>{t('panel.governance.audit.noneHow')}</EmptyState>
          ) : null}
          {value === null || value.state === 'none' ? null : (
            <>
              <LogStatus status={value} verify={verify} onVerify={() => void verifyNow()} />
              <Entries status={value} chosen={chosen} choose={choose} />
            </>
          )}
        </div>
      }
      detail={chosen === null || value === null ? null : <Detail chosen={chosen} status={value} />}
      detailKey={chosen === null ? null : keyOf(chosen)}
      hint={t('panel.governance.audit.hint')}
      onBack={() => choose(null)}
    />
  );
}

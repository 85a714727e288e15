import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardian, useQuery } from '../../api/index.ts';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { History } from './history.tsx';
import { PackageSections } from './package-sections.tsx';
import { StateLine } from './state-line.tsx';

/** Security: what is vulnerable, what would change, what was done and how to undo it. */
export function SecurityView(): ReactNode {
  const { t } = useTranslation();
  // A run changes the summary at each phase; other revisions would ask for the same again.
  const revision = useGuardian(
    ({ snapshot }) => (snapshot?.security.lastRunAt ?? 0) + (snapshot?.security.running === null ? 0 : 1),
  );
  const { value, error, reload } = useQuery('security:status', null, { revision, keep: true });
  return (
    <div className="security">
      <StateLine onDone={reload} />
      {error === null ? null : <ErrorState error={error} onRetry={reload} />}
      {value === null && error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : null}
      {value === null ? null : (
        <>
          {value.report === null ? (
            <EmptyState title={t('panel.security.never')}>{t('panel.security.neverHow')}</EmptyState>
          ) : (
            <PackageSections report={value.report} />
          )}
          <History runs={value.runs} onChanged={reload} />
        </>
      )}
    </div>
  );
}

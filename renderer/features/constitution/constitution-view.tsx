import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { goToLaw, useNavigation } from '../frame/navigation.ts';
import { ApprovalsTab } from './approvals/approvals-tab.tsx';
import { AuditTab } from './audit/audit-tab.tsx';
import { StructuresTab } from './structures/structures-tab.tsx';
import { useSettledRevision } from './use-settled-revision.ts';

/** The law of the workspace: what is judged, what is asked, what was recorded. Nothing here can approve anything. */
export function ConstitutionView(): ReactNode {
  const { t } = useTranslation();
  const tab = useNavigation((state) => state.tab);
  const waiting = useGuardian(({ snapshot }) => snapshot?.approvals.length ?? 0);
  const view = useQuery('constitution:view', { fresh: false }, { revision: useSettledRevision(), keep: true });
  const judge = useAct('constitution:view');
  return (
    <Tabs
      label={t('panel.governance.tabs.label')}
      value={tab}
      onChange={goToLaw}
      tabs={[
        {
          value: 'structures',
          name: t('panel.governance.tabs.structures'),
          content: <StructuresTab view={view} judge={judge} />,
        },
        {
          value: 'approvals',
          name: t('panel.governance.tabs.approvals'),
          waiting: { total: waiting, words: t('panel.governance.waits', { count: waiting }) },
          content: <ApprovalsTab view={view} />,
        },
        { value: 'audit', name: t('panel.governance.tabs.audit'), content: <AuditTab /> },
      ]}
    />
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { openAdding } from '../frame/navigation.ts';
import { WorkspaceList } from './workspace-list.tsx';

/** No workspace is guarded, although there are some: they are being opened, or are away. */
export function NoWorkspace({ workspaces }: { workspaces: readonly WorkspaceStanding[] }): ReactNode {
  const { t } = useTranslation();
  if (workspaces.some(({ state }) => state === 'opening')) return <Skeleton rows={8} label={t('panel.loading')} />;
  return (
    <div className="column">
      <EmptyState title={t('panel.workspaces.noneGuarded')} actions={<Add />}>
        {t('panel.workspaces.againByItself')}
      </EmptyState>
      <WorkspaceList workspaces={workspaces} />
    </div>
  );
}

function Add(): ReactNode {
  const { t } = useTranslation();
  return <Button onClick={openAdding}>{t('panel.workspaces.add')}</Button>;
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { openAdding } from '../frame/navigation.ts';
import { WorkspaceList } from './workspace-list.tsx';

/** The workspaces of this machine, in the settings. */
export function WorkspacesSection(): ReactNode {
  const { t } = useTranslation();
  const workspaces = useGuardian((state) => state.workspaces);
  return (
    <Section title={t('panel.workspaces.title')}>
      {workspaces === null ? <Skeleton rows={2} label={t('panel.loading')} /> : <WorkspaceList workspaces={workspaces} />}
      <div className="pad">
        <Button compact onClick={openAdding}>
          {t('panel.workspaces.add')}
        </Button>
      </div>
    </Section>
  );
}

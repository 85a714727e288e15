import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PathText } from '../../ui/path-text.tsx';

/** Says what is no longer done and what stays, before a workspace is let go. */
export function RemoveDialog({ workspace, onClose }: { workspace: WorkspaceStanding; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('workspaces:remove');
  const { name, path } = workspace;
  const remove = async (): Promise<void> => {
    if ((await act.run({ path })) !== null) onClose();
  };
  return (
    <Dialog
      title={t('panel.workspaces.removeTitle', { name })}
      description={t('panel.workspaces.removeWhat')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={act.busy} onClick={() => void remove()}>
            {t('panel.workspaces.removeDo', { name })}
          </Button>
        </>
      }
    >
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      <PathText path={path} copy />
      <p>{t('panel.workspaces.removeStays')}</p>
    </Dialog>
  );
}

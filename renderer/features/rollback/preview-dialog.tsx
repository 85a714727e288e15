import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedSince, RollbackPreview, RollbackTarget } from '../../../shared/model/updates.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { exactTime, splitPath } from '../../ui/format.ts';
import { outcomeOfRollback, showOutcome } from '../frame/outcome.ts';
import { ChangedSinceChoice } from './changed-since-choice.tsx';
import { PreviewList } from './preview-list.tsx';
import { confirmKey, filesToChange } from './rollback-plan.ts';

function useConfirmLabel(preview: RollbackPreview | null, choice: ChangedSince): { label: string; count: number } {
  const { t, i18n } = useTranslation();
  const releases = useGuardian(({ snapshot }) => snapshot?.releases);
  if (preview === null) return { label: t('panel.rollback.wait'), count: 0 };
  const { target } = preview;
  const count = filesToChange(preview, choice);
  if (count === 0) return { label: t('panel.rollback.nothing'), count };
  const isUndo = target.kind === 'release' && releases?.find(({ id }) => id === target.release)?.kind === 'rollback';
  const name = splitPath(preview.files[0]?.path ?? '').name.replace(/^\//, '');
  const of =
    target.kind === 'time' ? exactTime(target.at, i18n.language) : target.kind === 'release' ? target.release : preview.of;
  return { label: t(confirmKey(preview, isUndo), { count, of, name }), count };
}

/** Shows all that a rollback will do, then does exactly that. */
export function PreviewDialog({ target, onClose }: { target: RollbackTarget; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const preview = useQuery('rollback:preview', { target });
  const apply = useAct('rollback:apply');
  const [choice, setChoice] = useState<ChangedSince>('keep');
  const { label, count } = useConfirmLabel(preview.value, choice);
  const undecided = preview.value?.files.filter((file) => file.action === 'decide').length ?? 0;

  const confirm = async (): Promise<void> => {
    if (preview.value === null) return;
    const result = await apply.run({ target, token: preview.value.token, changedSince: choice });
    if (result === null) return;
    showOutcome(outcomeOfRollback(result, count));
    onClose();
  };
  const lookAgain = (): void => {
    apply.clear();
    preview.reload();
  };

  return (
    <Dialog
      title={t('panel.rollback.title')}
      description={preview.value === null ? t('panel.rollback.looking') : t('panel.rollback.of', { of: preview.value.of })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={count === 0 || apply.busy || apply.error !== null} onClick={() => void confirm()}>
            {apply.busy ? t('panel.rollback.working') : label}
          </Button>
        </>
      }
    >
      {apply.error === null ? null : <ErrorState error={apply.error} onRetry={lookAgain} />}
      {preview.error === null ? null : <ErrorState error={preview.error} onRetry={preview.reload} />}
      {preview.value === null && preview.error === null ? <Skeleton rows={5} label={t('panel.loading')} /> : null}
      {preview.value === null ? null : (
        <>
          {undecided === 0 ? null : <ChangedSinceChoice value={choice} count={undecided} onChange={setChoice} />}
          <PreviewList preview={preview.value} />
          <p className="soft small">{t('panel.rollback.promise')}</p>
        </>
      )}
    </Dialog>
  );
}

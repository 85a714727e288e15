import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FixResult, Patch, Suggestion } from '../../../shared/model/annealing.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showOutcome, type Outcome } from '../frame/outcome.ts';
import { ProofLine } from './suggestions.tsx';

const TONES: Readonly<Record<FixResult['status'], Outcome['tone']>> = {
  APPLIED: 'good',
  PLANNED: 'neutral',
  HELD: 'asks',
  DENIED: 'harm',
  FAILED: 'harm',
  ROLLED_BACK: 'asks',
  NO_PATCH: 'neutral',
};

interface Props {
  id: number;
  suggestion: Suggestion & { patch: Patch };
  onClose: () => void;
}

/** What will be changed and what is known of it; then the guardian is asked, who asks for approval. */
export function ApplyDialog({ id, suggestion: { patch, proof }, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const act = useAct('errors:fix');
  const proven = proof?.verdict === 'proven';
  const apply = async (): Promise<void> => {
    const result = await act.run({ id, dryRun: false });
    if (result === null) return;
    const { status, release, reason } = result;
    showOutcome({
      key: `panel.annealing.outcome.${status}`,
      values: { release: release ?? '' },
      undo: status === 'APPLIED' ? release : null,
      tone: TONES[status],
      reason,
    });
    onClose();
  };
  const values = { path: patch.file };
  return (
    <Dialog
      title={t('panel.annealing.dialog.title', values)}
      description={t('panel.annealing.dialog.what')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={act.busy} onClick={() => void apply()}>
            {act.busy
              ? t('panel.annealing.dialog.working')
              : t(proven ? 'panel.annealing.dialog.confirm' : 'panel.annealing.dialog.confirmUnproven', values)}
          </Button>
        </>
      }
    >
      <ProofLine proof={proof} />
      {proven ? null : <p>{t('panel.annealing.unproven')}</p>}
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      <DiffView
        diff={{
          path: patch.file,
          state: 'text',
          unified: patch.unified,
          oldLabel: t('panel.annealing.diff.now'),
          newLabel: t('panel.annealing.diff.fixed'),
        }}
      />
    </Dialog>
  );
}

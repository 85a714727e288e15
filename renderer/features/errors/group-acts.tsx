import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { applicable, type ErrorGroup } from '../../../shared/model/annealing.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { AskAiDialog } from './ask-ai-dialog.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';

interface Props {
  group: ErrorGroup;
  others: readonly ErrorGroup[];
  onChanged: () => void;
  onSelect: (id: number | null) => void;
}

/** Apply, mark as fixed, ignore, merge, analyse. */
export function GroupActs({ group, others, onChanged, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'apply' | 'merge' | 'ask' | null>(null);
  const state = useAct('errors:state');
  const analysis = useAct('errors:report');
  const best = applicable(group.analysis);
  const isDone = group.state === 'fixed' || group.state === 'ignored';
  const become = async (next: 'new' | 'fixed' | 'ignored'): Promise<void> => {
    if ((await state.run({ id: group.id, state: next })) !== null) onChanged();
  };
  const analyse = async (): Promise<void> => {
    if ((await analysis.run({ id: group.id, fresh: true })) !== null) onChanged();
  };
  const close = (): void => {
    setDialog(null);
    onChanged();
  };
  return (
    <>
      <div className="actions">
        {best === null || isDone ? null : (
          <Button look="primary" onClick={() => setDialog('apply')}>
            {t('panel.annealing.apply')}
          </Button>
        )}
        {isDone ? (
          <Button disabled={state.busy} onClick={() => void become('new')}>
            {t('panel.annealing.reopen')}
          </Button>
        ) : (
          <>
            <Button disabled={state.busy} onClick={() => void become('fixed')}>
              {t('panel.annealing.resolve')}
            </Button>
            <Button disabled={state.busy} onClick={() => void become('ignored')}>
              {t('panel.annealing.ignore')}
            </Button>
          </>
        )}
        {isDone ? null : <Button onClick={() => setDialog('ask')}>{t('panel.annealing.ai.ask')}</Button>}
        <Button onClick={() => setDialog('merge')}>{t('panel.annealing.merge')}</Button>
        <Button disabled={analysis.busy} onClick={() => void analyse()}>
          {t(analysis.busy ? 'panel.annealing.analysing' : 'panel.annealing.analyse')}
        </Button>
      </div>
      {state.error === null ? null : <ErrorState error={state.error} onRetry={state.clear} />}
      {analysis.error === null ? null : <ErrorState error={analysis.error} onRetry={analysis.clear} />}
      {dialog === 'apply' && best !== null ? <ApplyDialog id={group.id} suggestion={best} onClose={close} /> : null}
      {dialog === 'ask' ? <AskAiDialog group={group} onClose={close} /> : null}
      {dialog === 'merge' ? (
        <MergeDialog
          group={group}
          others={others}
          onClose={() => setDialog(null)}
          onMerged={(into) => {
            setDialog(null);
            onChanged();
            onSelect(into);
          }}
        />
      ) : null}
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorGroup } from '../../../shared/model/annealing.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';

interface Props {
  group: ErrorGroup;
  others: readonly ErrorGroup[];
  onClose: () => void;
  onMerged: (into: number) => void;
}

/** Which group this one is part of. */
export function MergeDialog({ group, others, onClose, onMerged }: Props): ReactNode {
  const { t } = useTranslation();
  const act = useAct('errors:merge');
  const [into, setInto] = useState<number | null>(others[0]?.id ?? null);
  const merge = async (): Promise<void> => {
    if (into !== null && (await act.run({ from: group.id, into })) !== null) onMerged(into);
  };
  return (
    <Dialog
      title={t('panel.annealing.mergeDialog.title')}
      description={t('panel.annealing.mergeDialog.what', { key: group.key })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={into === null || act.busy} onClick={() => void merge()}>
            {t('panel.annealing.mergeDialog.confirm', { id: into ?? '' })}
          </Button>
        </>
      }
    >
      {others.length === 0 ? <p>{t('panel.annealing.mergeDialog.none')}</p> : null}
      <fieldset className="choices">
        <legend className="soft">{t('panel.annealing.mergeDialog.into')}</legend>
        {others.map((other) => (
          <label key={other.id} className="choice">
            <input type="radio" name="into" checked={into === other.id} onChange={() => setInto(other.id)} />
            <span translate="no">
              {other.id} · {other.key} · {other.message}
            </span>
          </label>
        ))}
      </fieldset>
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
    </Dialog>
  );
}

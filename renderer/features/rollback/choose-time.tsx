import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { localMinute } from '../../ui/format.ts';

/** Asks for the point in time to which everything goes back. Nothing happens before the preview is confirmed. */
export function ChooseTime({ onChoose, onClose }: { onChoose: (at: number) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [now] = useState(() => Date.now());
  const [value, setValue] = useState(() => localMinute(now - 60 * 60_000));
  const at = new Date(value).getTime();
  const valid = Number.isFinite(at) && at >= 0 && at <= now;
  return (
    <Dialog
      title={t('panel.rollback.timeTitle')}
      description={t('panel.rollback.timeWhat')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={!valid} onClick={() => onChoose(at)}>
            {t('panel.rollback.showPreview')}
          </Button>
        </>
      }
    >
      <form
        className="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onChoose(at);
        }}
      >
        <label htmlFor={id}>{t('panel.rollback.timeLabel')}</label>
        <input
          id={id}
          className="field"
          type="datetime-local"
          max={localMinute(now)}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

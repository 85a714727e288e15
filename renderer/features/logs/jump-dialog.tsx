import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { localMinute } from '../../ui/format.ts';

/** Asks for a time. */
export function JumpDialog({ onChoose, onClose }: { onChoose: (at: number) => void; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState(() => localMinute(Date.now() - 60 * 60_000));
  const at = new Date(value).getTime();
  const isTime = Number.isFinite(at) && at >= 0;
  return (
    <Dialog
      title={t('panel.logs.jumpTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={!isTime} onClick={() => onChoose(at)}>
            {t('panel.logs.jumpGo')}
          </Button>
        </>
      }
    >
      <form
        className="field-row"
        onSubmit={(event) => {
          event.preventDefault();
          if (isTime) onChoose(at);
        }}
      >
        <label htmlFor={id}>{t('panel.logs.jumpLabel')}</label>
        <input id={id} className="field" type="datetime-local" value={value} onChange={(event) => setValue(event.target.value)} />
      </form>
    </Dialog>
  );
}

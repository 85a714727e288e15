import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { localMinute } from './format.ts';

interface Props {
  title: string;
  description?: string;
  label: string;
  /** What the button does. */
  action: string;
  /** No later time can be chosen; epoch milliseconds. */
  latest?: number;
  onChoose: (at: number) => void;
  onClose: () => void;
}

const HOUR_MS = 3_600_000;

/** Asks for a time: an hour ago, until another one is typed. */
export function TimeDialog({ title, description, label, action, latest, onChoose, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState(() => localMinute((latest ?? Date.now()) - HOUR_MS));
  const at = new Date(value).getTime();
  const isTime = Number.isFinite(at) && at >= 0 && at <= (latest ?? Infinity);
  return (
    <Dialog
      title={title}
      description={description}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={!isTime} onClick={() => onChoose(at)}>
            {action}
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
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          className="field"
          type="datetime-local"
          max={latest === undefined ? undefined : localMinute(latest)}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

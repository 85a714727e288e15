import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangedSince } from '../../../shared/model/updates.ts';

const CHOICES = ['keep', 'overwrite'] as const;

/** What to do with files that somebody changed after the release. Keeping them is the safe beginning. */
export function ChangedSinceChoice({
  value,
  count,
  onChange,
}: {
  value: ChangedSince;
  count: number;
  onChange: (value: ChangedSince) => void;
}): ReactNode {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className="choices">
      <legend>{t('panel.rollback.choice.title', { count })}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} className="choice">
          <input type="radio" name={name} value={choice} checked={value === choice} onChange={() => onChange(choice)} />
          {t(`panel.rollback.choice.${choice}`, { count })}
        </label>
      ))}
    </fieldset>
  );
}

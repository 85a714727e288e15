import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeafField, NumberField, PlainValue, TextField } from '../../../../shared/model/settings-form.ts';
import { typedNumber } from './setting-values.ts';

/** What every control of one value gets. */
export interface ControlProps {
  id: string;
  describedBy: string;
  isWrong: boolean;
  /** As it stands in the file; undefined where it does not. */
  value: PlainValue | undefined;
  onChange: (value: PlainValue | undefined) => void;
}
type Of<F> = ControlProps & { field: F };

const shown = (value: PlainValue | undefined): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Yes or no. */
export function SwitchControl({ field, id, describedBy, isWrong, value, onChange }: Of<LeafField>): ReactNode {
  return (
    <input
      id={id}
      type="checkbox"
      checked={(value ?? field.fallback) === true}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

/** One of several words. A word that the file has and the setting does not know is shown as it stands. */
export function ChoiceControl({
  field,
  id,
  describedBy,
  isWrong,
  value,
  onChange,
}: Of<Extract<LeafField, { kind: 'choice' }>>): ReactNode {
  const chosen = shown(value ?? field.fallback);
  const options = field.options.includes(chosen) ? field.options : [chosen, ...field.options];
  return (
    <select
      id={id}
      className="field"
      translate="no"
      value={chosen}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

/** A number with its unit; empty is the default. */
export function NumberControl({ field, ...props }: Of<NumberField>): ReactNode {
  const { t } = useTranslation();
  const { least, most, unit } = field;
  const bounds = least === undefined || most === undefined ? '' : t('panel.settings.form.between', { least, most });
  return (
    <>
      <Typed
        {...props}
        className="number"
        fallback={shown(field.fallback)}
        parse={typedNumber}
        inputMode="decimal"
        title={bounds}
      />
      {unit === undefined ? null : <span className="setting-unit">{t(`panel.settings.form.unit.${unit}`)}</span>}
    </>
  );
}

/** A line of text. Empty takes the key away where nothing is no value. */
export function TextControl({ field, ...props }: Of<TextField>): ReactNode {
  const parse = (typed: string): string | undefined =>
    typed === '' && field.presence !== 'required' && !field.mayBeEmpty ? undefined : typed;
  return <Typed {...props} className="text" fallback={shown(field.fallback)} parse={parse} inputMode="text" />;
}

interface TypedProps extends ControlProps {
  className: string;
  /** Shown where the file says nothing. */
  fallback: string;
  parse: (typed: string) => PlainValue | undefined;
  inputMode: 'text' | 'decimal';
  title?: string;
}

/** Keeps what is typed as it is typed while it means what the file says; what came from elsewhere is shown instead. */
function Typed({
  id,
  describedBy,
  isWrong,
  value,
  onChange,
  className,
  fallback,
  parse,
  inputMode,
  title,
}: TypedProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const isOwn = typed !== null && shown(parse(typed)) === shown(value);
  return (
    <input
      id={id}
      className={`field ${className}`}
      inputMode={inputMode}
      title={title === '' ? undefined : title}
      spellCheck={false}
      autoComplete="off"
      translate="no"
      value={isOwn ? typed : value === undefined ? fallback : shown(value)}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(parse(event.target.value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

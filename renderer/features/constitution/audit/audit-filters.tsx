import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ChoiceProps {
  label: string;
  all: string;
  options: readonly string[];
  value: string | null;
  onChange: (value: string | null) => void;
}

/** One of the values that the log holds, or all of them. */
function Choice({ label, all, options, value, onChange }: ChoiceProps): ReactNode {
  // A chosen value stays choosable when the log does not name it any more.
  const offered = value === null || options.includes(value) ? options : [...options, value];
  return (
    <select
      className="field"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{all}</option>
      {offered.map((option) => (
        <option key={option} value={option} translate="no">
          {option}
        </option>
      ))}
    </select>
  );
}

/** What the list is narrowed to; `text` as it is typed. */
export interface Narrowing {
  text: string;
  type: string | null;
  result: string | null;
}

interface Props {
  value: Narrowing;
  types: readonly string[];
  results: readonly string[];
  /** How many entries are left; '' while that is not known. */
  found: string;
  onChange: (value: Narrowing) => void;
}

/** Search, type and result, and how many entries are left of how many. */
export function AuditFilters({ value, types, results, found, onChange }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="audit-filters">
      <input
        className="field search"
        type="search"
        maxLength={512}
        value={value.text}
        placeholder={t('panel.governance.audit.search')}
        aria-label={t('panel.governance.audit.search')}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      <div className="audit-choices">
        <Choice
          label={t('panel.governance.audit.type')}
          all={t('panel.governance.audit.allTypes')}
          options={types}
          value={value.type}
          onChange={(type) => onChange({ ...value, type })}
        />
        <Choice
          label={t('panel.governance.audit.result')}
          all={t('panel.governance.audit.allResults')}
          options={results}
          value={value.result}
          onChange={(result) => onChange({ ...value, result })}
        />
      </div>
      <p className="soft small" aria-live="polite">
        {found}
      </p>
    </div>
  );
}

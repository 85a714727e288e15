import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogQuery } from '../../../shared/model/logs.ts';

const LEVELS = ['error', 'warn', 'info', 'debug'] as const;

interface Props {
  value: LogQuery;
  onChange: (value: LogQuery) => void;
  /** Why the expression is none; null when it is one. */
  problem: string | null;
}

/** What the lines are narrowed to. */
export function LogFilters({ value, onChange, problem }: Props): ReactNode {
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  return (
    <div className="log-filters">
      <input
        ref={search}
        className="field search"
        type="search"
        data-search
        maxLength={500}
        value={value.text}
        aria-invalid={problem !== null}
        placeholder={t('panel.logs.search')}
        aria-label={t('panel.logs.search')}
        onChange={(event) => onChange({ ...value, text: event.target.value })}
      />
      <label className="choice">
        <input type="checkbox" checked={value.regex} onChange={(event) => onChange({ ...value, regex: event.target.checked })} />
        {t('panel.logs.regex')}
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={value.caseSensitive}
          onChange={(event) => onChange({ ...value, caseSensitive: event.target.checked })}
        />
        {t('panel.logs.caseSensitive')}
      </label>
      <select
        className="field"
        aria-label={t('panel.logs.levels')}
        value={value.level ?? ''}
        onChange={(event) => onChange({ ...value, level: LEVELS.find((level) => level === event.target.value) ?? null })}
      >
        <option value="">{t('panel.logs.allLevels')}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`panel.logs.from.${level}`)}
          </option>
        ))}
      </select>
      {problem === null ? null : (
        <p className="log-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

import { ArrowUp, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListField, PlainValue } from '../../../../shared/model/settings-form.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ControlProps } from './single-controls.tsx';
import { LONGEST_OPEN, typedNumber } from './setting-values.ts';

/** A list with one line for each item. What is typed into the last line is added with Enter. */
export function ListControl({ field, describedBy, isWrong, value, onChange }: ControlProps & { field: ListField }): ReactNode {
  const { t } = useTranslation();
  const [added, setAdded] = useState('');
  const given = value ?? field.fallback ?? [];
  const items: PlainValue[] = Array.isArray(given) ? given : [given];
  const parse = (typed: string): PlainValue => (field.of === 'number' ? (typedNumber(typed) ?? '') : typed);
  const add = (): void => {
    if (added.trim() === '') return;
    onChange([...items, parse(added.trim())]);
    setAdded('');
  };
  const name = (index: number): string => `${field.label} ${index + 1}`;
  const lines = items.map((item, index) => (
    // Items have no identity but their place.
    <div key={index} className="setting-line">
      <input
        className="field"
        aria-label={name(index)}
        aria-describedby={describedBy}
        aria-invalid={isWrong}
        spellCheck={false}
        translate="no"
        value={typeof item === 'object' ? JSON.stringify(item) : String(item)}
        onChange={(event) => onChange(items.with(index, parse(event.target.value)))}
      />
      <IconButton
        icon={ArrowUp}
        label={t('panel.settings.form.up', { name: name(index) })}
        disabled={index === 0}
        onClick={() => onChange(items.with(index - 1, item).with(index, items[index - 1] ?? ''))}
      />
      <IconButton
        icon={X}
        label={t('panel.settings.form.remove', { name: name(index) })}
        disabled={items.length <= field.atLeast}
        onClick={() => onChange(items.toSpliced(index, 1))}
      />
    </div>
  ));
  return (
    <div className="setting-list">
      {items.length <= LONGEST_OPEN ? (
        lines
      ) : (
        <details>
          <summary>{t('panel.settings.form.items', { total: items.length })}</summary>
          <div className="setting-lines">{lines}</div>
        </details>
      )}
      <div className="setting-line">
        <input
          className="field"
          aria-label={t('panel.settings.form.addTo', { name: field.label })}
          aria-describedby={describedBy}
          spellCheck={false}
          translate="no"
          value={added}
          onChange={(event) => setAdded(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          }}
        />
        <Button compact disabled={added.trim() === ''} onClick={add}>
          {t('panel.settings.form.add')}
        </Button>
      </div>
    </div>
  );
}

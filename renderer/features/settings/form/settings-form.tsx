import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormField, SectionField, SettingPath, SettingsForm as Sections } from '../../../../shared/model/settings-form.ts';
import { FormContext, type FormState } from './form-state.ts';
import { SettingField } from './setting-field.tsx';
import { found } from './setting-values.ts';

interface Props {
  form: Sections;
  state: FormState;
  /** Whether the text cannot be read, so that nothing can be put into it. */
  isReadOnly: boolean;
}

/** Every setting of the file: one section at a time, or what a search finds in all of them. */
export function SettingsForm({ form, state, isReadOnly }: Props): ReactNode {
  const { t } = useTranslation();
  const [section, setSection] = useState(form[0]?.key ?? '');
  const [words, setWords] = useState('');
  const isSearch = words.trim() !== '';
  const shown = isSearch ? found(form, words) : form.filter(({ key }) => key === section);
  const choose = (key: string): void => {
    setWords('');
    setSection(key);
  };
  return (
    <div className="settings-form">
      <div className="settings-find">
        <select
          className="field settings-section-select"
          aria-label={t('panel.settings.form.section')}
          value={section}
          onChange={(event) => choose(event.target.value)}
        >
          {form.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
        <input
          type="search"
          className="field"
          aria-label={t('panel.settings.form.search')}
          placeholder={t('panel.settings.form.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <SectionList form={form} section={isSearch ? null : section} onChoose={choose} />
      <fieldset className="settings-fields" disabled={isReadOnly}>
        <legend className="visually-hidden">{t('panel.settings.form.form')}</legend>
        <FormContext value={state}>
          {shown.map((one) => (
            <SectionFields key={one.key} section={one} path={[one.key]} />
          ))}
        </FormContext>
        {shown.length === 0 ? <p className="soft">{t('panel.settings.form.noneFound')}</p> : null}
      </fieldset>
    </div>
  );
}

interface ListProps {
  form: Sections;
  section: string | null;
  onChoose: (key: string) => void;
}

/** The sections at the side, where there is room for them. */
function SectionList({ form, section, onChoose }: ListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <nav className="settings-sections" aria-label={t('panel.settings.form.section')}>
      {form.map(({ key, label }) => (
        <button key={key} type="button" aria-current={key === section ? 'true' : undefined} onClick={() => onChoose(key)}>
          {label}
        </button>
      ))}
    </nav>
  );
}

/** One section with its fields, and the sections in it below smaller headings. */
function SectionFields({ section, path }: { section: SectionField; path: SettingPath }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const Heading = path.length === 1 ? 'h3' : 'h4';
  return (
    <section className="settings-section" aria-labelledby={id}>
      <Heading id={id}>{section.label}</Heading>
      <p className="soft small">{section.help}</p>
      {path.length === 1 && section.key === 'governance' ? (
        <p className="settings-needs-approval">{t('panel.settings.form.governance')}</p>
      ) : null}
      {section.fields.map((field) => (
        <Part key={field.key} field={field} path={[...path, field.key]} />
      ))}
    </section>
  );
}

const Part = ({ field, path }: { field: FormField; path: SettingPath }): ReactNode =>
  field.kind === 'section' ? <SectionFields section={field} path={path} /> : <SettingField field={field} path={path} />;

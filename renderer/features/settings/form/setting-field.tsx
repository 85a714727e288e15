import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeafField, SettingPath } from '../../../../shared/model/settings-form.ts';
import { useSaid } from '../../../ui/use-said.ts';
import { GroupsControl } from './groups-control.tsx';
import { ListControl } from './list-control.tsx';
import { differs, shownFallback } from './setting-values.ts';
import { useSetting } from './form-state.ts';
import { ChoiceControl, NumberControl, SwitchControl, TextControl, type ControlProps } from './single-controls.tsx';

/** One setting: its name, its control, what it does, its default and the way back to it, and what is wrong with it. */
export function SettingField({ field, path }: { field: LeafField; path: SettingPath }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const { value, problem, edit } = useSetting(path);
  const said = useSaid();
  const isSet = field.presence !== 'required' && differs(value, field);
  const isWide = field.kind === 'list' || 'fields' in field;
  const help = `${id}-help`;
  const wrong = `${id}-wrong`;
  return (
    <div
      className={`setting${isSet ? ' is-set' : ''}${isWide ? ' is-wide' : ''}`}
      role={isWide ? 'group' : undefined}
      aria-labelledby={isWide ? `${id}-name` : undefined}
      data-path={path.join('.')}
    >
      {isWide ? (
        <span id={`${id}-name`} className="setting-name">
          {field.label}
        </span>
      ) : (
        <label htmlFor={id} className="setting-name">
          {field.label}
        </label>
      )}
      <div className="setting-control">
        <Control
          field={field}
          path={path}
          id={id}
          describedBy={problem === null ? help : `${help} ${wrong}`}
          isWrong={problem !== null}
          value={value}
          onChange={edit}
        />
      </div>
      <div className="setting-about">
        <p id={help}>{field.help}</p>
        <Fallback field={field} isSet={isSet} onBack={() => edit(undefined)} />
        {problem === null ? null : (
          <p id={wrong} className="settings-wrong" aria-live="polite">
            {t('panel.settings.atLine', { line: problem.line })}: {said(problem.message)}
          </p>
        )}
      </div>
    </div>
  );
}

/** The default, and the act that takes the key out of the file. */
function Fallback({ field, isSet, onBack }: { field: LeafField; isSet: boolean; onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  if (field.presence === 'required') return null;
  const given = shownFallback(field);
  const fallback = field.kind === 'switch' ? t(`panel.settings.form.switch.${given === 'true' ? 'on' : 'off'}`) : given;
  return (
    <p className="setting-fallback">
      <span>
        {t('panel.settings.form.fallback')}{' '}
        <span translate={field.kind === 'switch' ? undefined : 'no'}>{fallback ?? t('panel.settings.form.nothing')}</span>
      </span>
      {isSet ? (
        <>
          <span className="setting-set">{t('panel.settings.form.isSet')}</span>
          <button
            type="button"
            className="link-button"
            aria-label={t('panel.settings.form.backNamed', { name: field.label })}
            onClick={onBack}
          >
            {t('panel.settings.form.back')}
          </button>
        </>
      ) : null}
    </p>
  );
}

const fieldAt = (field: LeafField, path: SettingPath): ReactNode => <SettingField key={field.key} field={field} path={path} />;

function Control({ field, path, ...props }: ControlProps & { field: LeafField; path: SettingPath }): ReactNode {
  switch (field.kind) {
    case 'switch':
      return <SwitchControl {...props} field={field} />;
    case 'choice':
      return <ChoiceControl {...props} field={field} />;
    case 'number':
      return <NumberControl {...props} field={field} />;
    case 'text':
      return <TextControl {...props} field={field} />;
    case 'list':
      return <ListControl {...props} field={field} />;
    case 'groups':
    case 'named':
      return <GroupsControl field={field} path={path} value={props.value} fieldAt={fieldAt} />;
  }
}

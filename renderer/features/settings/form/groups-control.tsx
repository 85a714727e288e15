import { ArrowUp, X } from 'lucide-react';
import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupsField, LeafField, PlainValue, SettingPath } from '../../../../shared/model/settings-form.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { FormContext } from './form-state.ts';
import { freshGroup } from './setting-values.ts';

interface Props {
  field: GroupsField;
  path: SettingPath;
  value: PlainValue | undefined;
  /** Makes the field of one setting: fields hold groups, and groups hold fields. */
  fieldAt: (field: LeafField, path: SettingPath) => ReactNode;
}

/** Groups of fields that repeat: in an order, or each with a name of its own. */
export function GroupsControl(props: Props): ReactNode {
  return props.field.kind === 'named' ? <NamedGroups {...props} /> : <OrderedGroups {...props} />;
}

function OrderedGroups({ field, path, value, fieldAt }: Props): ReactNode {
  const { t } = useTranslation();
  const { edit } = useContext(FormContext);
  const items = Array.isArray(value) ? value : [];
  const add = (): void => {
    const fresh = freshGroup(field.fields);
    if (items.length === 0) edit(path, [fresh]);
    else edit([...path, items.length], fresh);
  };
  return (
    <div className="setting-groups">
      {items.map((item, index) => {
        const name = `${field.label} ${index + 1}`;
        return (
          <fieldset key={index} className="setting-group">
            <legend>{name}</legend>
            <div className="setting-group-acts">
              <IconButton
                icon={ArrowUp}
                label={t('panel.settings.form.up', { name })}
                disabled={index === 0}
                onClick={() => edit(path, items.with(index - 1, item).with(index, items[index - 1] ?? null))}
              />
              <IconButton
                icon={X}
                label={t('panel.settings.form.remove', { name })}
                onClick={() => (items.length === 1 ? edit(path, undefined) : edit([...path, index], undefined))}
              />
            </div>
            <GroupFields field={field} path={[...path, index]} value={item} fieldAt={fieldAt} />
          </fieldset>
        );
      })}
      <div>
        <Button compact onClick={add}>
          {t('panel.settings.form.addTo', { name: field.label })}
        </Button>
      </div>
    </div>
  );
}

function NamedGroups({ field, path, value, fieldAt }: Props): ReactNode {
  const { t } = useTranslation();
  const { edit } = useContext(FormContext);
  const [name, setName] = useState('');
  const groups = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const isFree = name.trim() !== '' && groups.every(([known]) => known !== name.trim());
  const add = (): void => {
    if (!isFree) return;
    edit([...path, name.trim()], freshGroup(field.fields));
    setName('');
  };
  return (
    <div className="setting-groups">
      {groups.map(([key, item]) => (
        <fieldset key={key} className="setting-group">
          <legend translate="no">{key}</legend>
          <div className="setting-group-acts">
            <IconButton
              icon={X}
              label={t('panel.settings.form.remove', { name: key })}
              onClick={() => edit([...path, key], undefined)}
            />
          </div>
          <GroupFields field={field} path={[...path, key]} value={item} fieldAt={fieldAt} />
        </fieldset>
      ))}
      <div className="setting-line">
        <input
          className="field"
          aria-label={t('panel.settings.form.newName')}
          placeholder={t('panel.settings.form.newName')}
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
          }}
        />
        <Button compact disabled={!isFree} onClick={add}>
          {t('panel.settings.form.addTo', { name: field.label })}
        </Button>
      </div>
    </div>
  );
}

/** The fields of one group. A group that the file says with one value alone is opened before another is filled in. */
function GroupFields({ field, path, value, fieldAt }: Props): ReactNode {
  const state = useContext(FormContext);
  const { short } = field;
  const own = JSON.stringify(path);
  const now = state.onTheWay.has(own) ? state.onTheWay.get(own) : value;
  const fields = field.fields.map((one) => fieldAt(one, [...path, one.key]));
  if (short === undefined || (typeof now === 'object' && now !== null)) return fields;
  const alone = now ?? '';
  const edit = (at: SettingPath, next: PlainValue | undefined): void => {
    const key = String(at.at(-1));
    state.edit(path, key === short ? (next ?? '') : { [short]: alone, ...(next === undefined ? {} : { [key]: next }) });
  };
  const onTheWay = new Map(state.onTheWay).set(JSON.stringify([...path, short]), alone);
  return <FormContext value={{ ...state, edit, onTheWay }}>{fields}</FormContext>;
}

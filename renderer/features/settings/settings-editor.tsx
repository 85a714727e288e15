import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsFile } from '../../../shared/model/settings-file.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { exactTime } from '../../ui/format.ts';
import { useSaid } from '../../ui/use-said.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { QueryError } from '../frame/query-error.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { TextEditor } from './text-editor.tsx';

/** What was typed, and the version of the file that it was typed into. */
interface Draft {
  text: string;
  hash: string;
}

/** nightguard.yaml, checked as it is typed: the difference before it is saved, the version before it kept. */
export function SettingsEditor(): ReactNode {
  const { t } = useTranslation();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const file = useQuery('settings:read', null, { revision });
  const [draft, setDraft] = useState<Draft | null>(null);
  if (file.value === null)
    return file.error === null ? <Skeleton rows={8} label={t('panel.loading')} /> : <QueryError query={file} />;
  return (
    <Editor
      file={file.value}
      draft={draft ?? { text: file.value.text, hash: file.value.hash }}
      isEdited={draft !== null && draft.text !== file.value.text}
      onChange={setDraft}
      onDone={() => {
        setDraft(null);
        file.reload();
      }}
    />
  );
}

interface EditorProps {
  file: SettingsFile;
  draft: Draft;
  isEdited: boolean;
  onChange: (draft: Draft | null) => void;
  onDone: () => void;
}

function Editor({ file, draft, isEdited, onChange, onDone }: EditorProps): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const id = useId();
  const [asks, setAsks] = useState(false);
  const preview = useQuery('settings:preview', { text: useSettled(draft.text) }, { keep: true });
  const problem = preview.value?.problem ?? null;
  const isStale = isEdited && draft.hash !== file.hash;
  const canSave = isEdited && !isStale && problem === null && preview.value !== null && preview.value.unified !== '';
  return (
    <div className="settings-editor">
      <TextEditor
        label={t('panel.settings.text')}
        text={draft.text}
        wrongLine={problem?.line ?? null}
        describedBy={id}
        onChange={(text) => onChange({ text, hash: draft.hash })}
      />
      <p id={id} className={problem === null ? 'soft small' : 'settings-wrong'} aria-live="polite">
        {problem === null
          ? t(isEdited ? 'panel.settings.good' : 'panel.settings.asSaved')
          : `${t('panel.settings.atLine', { line: problem.line })}: ${said(problem.message)}`}
      </p>
      {isStale ? <p role="alert">{t('panel.settings.stale')}</p> : null}
      <QueryError query={preview} />
      <div className="actions">
        <Button look="primary" disabled={!canSave} onClick={() => setAsks(true)}>
          {t('panel.settings.review')}
        </Button>
        <Button disabled={!isEdited} onClick={() => onChange(null)}>
          {t(isStale ? 'panel.settings.takeTheirs' : 'panel.settings.discard')}
        </Button>
        <Former file={file} onText={(text) => onChange({ text, hash: file.hash })} />
      </div>
      {asks && preview.value !== null ? (
        <SaveDialog
          text={draft.text}
          hash={draft.hash}
          preview={preview.value}
          onClose={() => setAsks(false)}
          onSaved={() => {
            setAsks(false);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}

/** Versions that were replaced: choosing one puts its text into the editor, to be looked at and saved. */
function Former({ file, onText }: { file: SettingsFile; onText: (text: string) => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const act = useAct('settings:former');
  if (file.former.length === 0) return null;
  const choose = async (id: string): Promise<void> => {
    const former = await act.run({ id });
    if (former !== null) onText(former.text);
  };
  return (
    <>
      <select
        className="field"
        aria-label={t('panel.settings.former')}
        value=""
        onChange={(event) => void choose(event.target.value)}
      >
        <option value="">{t('panel.settings.former')}</option>
        {file.former.map(({ id, at }) => (
          <option key={id} value={id}>
            {exactTime(at, i18n.language)}
          </option>
        ))}
      </select>
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
    </>
  );
}

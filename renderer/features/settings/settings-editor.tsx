import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../../shared/locales/index.ts';
import type { SettingsFile, Written } from '../../../shared/model/settings-file.ts';
import type { SettingsForm as Form } from '../../../shared/model/settings-form.ts';
import type { SettingsProblem } from '../../../shared/model/settings.ts';
import { useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { QueryError } from '../frame/query-error.tsx';
import { SettingsForm } from './form/settings-form.tsx';
import { FormerChoice } from './former-choice.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { TextEditor } from './text-editor.tsx';
import { useSettingsDraft, type SettingsDraft } from './use-settings-draft.ts';

/** nightguard.yaml by form and as text, one beside the other, checked as it is typed: the difference before it is saved, the version before it kept. */
export function SettingsEditor(): ReactNode {
  const { t, i18n } = useTranslation();
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const file = useQuery('settings:read', null, { revision, keep: true });
  const form = useQuery('settings:form', { language: languageOf(i18n.language) }, { keep: true });
  if (file.value === null || form.value === null) {
    const failed = [file, form].find(({ error }) => error !== null);
    return failed === undefined ? <Skeleton rows={8} label={t('panel.loading')} /> : <QueryError query={failed} />;
  }
  return <Editor file={file.value} form={form.value} onSaved={file.reload} />;
}

interface EditorProps {
  file: SettingsFile;
  form: Form;
  onSaved: () => void;
}

function Editor({ file, form, onSaved }: EditorProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const edits = useSettingsDraft(file);
  const { draft, isEdited } = edits;
  const [asks, setAsks] = useState(false);
  const [shows, setShows] = useState<'form' | 'text'>('form');
  const area = useRef<HTMLTextAreaElement>(null);
  const formPane = useUndoKeys(edits);
  const settled = useSettled(draft.text);
  const preview = useQuery('settings:preview', { text: settled }, { keep: true });
  const isChecked = settled === draft.text && !preview.loading && preview.value !== null;
  const problem = preview.value?.problem ?? null;
  const written = useLastWritten(draft.written === undefined ? preview.value?.written : draft.written);
  const isStale = isEdited && draft.hash !== file.hash;
  const canSave = isEdited && !isStale && isChecked && problem === null && preview.value?.unified !== '';
  const goToLine = (line: number): void => {
    setShows('text');
    // The text must be shown before it can take the focus.
    requestAnimationFrame(() => selectLine(area.current, line));
  };
  return (
    <div className="settings-editor" data-shows={shows}>
      <Bar edits={edits} shows={shows} onShow={setShows} />
      <div className="settings-panes">
        <div className="settings-pane-form" ref={formPane}>
          {written.isNow ? null : <Unreadable problem={problem} onGo={goToLine} />}
          {edits.error === null ? null : <ErrorState error={edits.error} />}
          <SettingsForm
            form={form}
            state={{ written: written.value, onTheWay: edits.onTheWay, problem, edit: edits.edit }}
            isReadOnly={!written.isNow}
          />
        </div>
        <div className="settings-pane-text">
          <TextEditor
            ref={area}
            label={t('panel.settings.text')}
            text={draft.text}
            wrongLine={problem?.line ?? null}
            describedBy={id}
            onChange={(text) => edits.type(text)}
          />
        </div>
      </div>
      <Verdict id={id} problem={problem} isEdited={isEdited} onGo={goToLine} />
      {isStale ? <p role="alert">{t('panel.settings.stale')}</p> : null}
      <QueryError query={preview} />
      <div className="actions">
        <Button look="primary" disabled={!canSave} onClick={() => setAsks(true)}>
          {t('panel.settings.review')}
        </Button>
        <Button disabled={!isEdited} onClick={edits.discard}>
          {t(isStale ? 'panel.settings.takeTheirs' : 'panel.settings.discard')}
        </Button>
        <FormerChoice file={file} onText={(text) => edits.type(text, file.hash)} />
      </div>
      {asks && preview.value !== null ? (
        <SaveDialog
          text={draft.text}
          hash={draft.hash}
          preview={preview.value}
          onClose={() => setAsks(false)}
          onSaved={() => {
            setAsks(false);
            edits.discard();
            onSaved();
          }}
        />
      ) : null}
    </div>
  );
}

interface BarProps {
  edits: SettingsDraft;
  shows: 'form' | 'text';
  onShow: (shows: 'form' | 'text') => void;
}

/** Which of both is shown where there is room for one only, and the steps back and forward. */
function Bar({ edits, shows, onShow }: BarProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="settings-bar">
      <fieldset className="settings-switch" aria-label={t('panel.settings.form.show')}>
        {(['form', 'text'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={shows === one} onClick={() => onShow(one)}>
            {t(`panel.settings.form.${one}`)}
          </button>
        ))}
      </fieldset>
      <IconButton icon={Undo2} label={t('panel.settings.form.undo')} disabled={!edits.canUndo} onClick={edits.undo} />
      <IconButton icon={Redo2} label={t('panel.settings.form.redo')} disabled={!edits.canRedo} onClick={edits.redo} />
    </div>
  );
}

interface VerdictProps {
  id: string;
  problem: SettingsProblem | null;
  isEdited: boolean;
  onGo: (line: number) => void;
}

/** Whether the text can be saved; where it cannot, the line, the reason and the way there. */
function Verdict({ id, problem, isEdited, onGo }: VerdictProps): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    <div className="settings-verdict">
      <p id={id} className={problem === null ? 'soft small' : 'settings-wrong'} aria-live="polite">
        {problem === null
          ? t(isEdited ? 'panel.settings.good' : 'panel.settings.asSaved')
          : `${t('panel.settings.atLine', { line: problem.line })}: ${said(problem.message)}`}
      </p>
      {problem === null ? null : (
        <Button compact look="quiet" onClick={() => onGo(problem.line)}>
          {t('panel.settings.form.goToLine', { line: problem.line })}
        </Button>
      )}
    </div>
  );
}

/** Why the form can only be looked at, and the way to the line that keeps it so. */
function Unreadable({ problem, onGo }: { problem: SettingsProblem | null; onGo: (line: number) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="settings-unreadable" aria-live="polite">
      <p>{t('panel.settings.form.unreadable')}</p>
      {problem === null ? null : (
        <Button compact onClick={() => onGo(problem.line)}>
          {t('panel.settings.form.goToLine', { line: problem.line })}
        </Button>
      )}
    </div>
  );
}

/** The newest values that could be read, and whether they are those of the text as it is. Undefined: not known yet. */
function useLastWritten(written: Written | undefined): { value: Written; isNow: boolean } {
  const [last, setLast] = useState<Written>(null);
  if (written !== undefined && written !== null && written !== last) setLast(written);
  return { value: written ?? last, isNow: written !== null };
}

/** Ctrl+Z and its counterpart within an element go through the steps of the draft, not through those of one field. */
function useUndoKeys({ undo, redo }: Pick<SettingsDraft, 'undo' | 'redo'>): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    const listen = (event: KeyboardEvent): void => undoByKey(event, { undo, redo });
    element?.addEventListener('keydown', listen);
    return () => element?.removeEventListener('keydown', listen);
  }, [undo, redo]);
  return place;
}

function undoByKey(event: KeyboardEvent, { undo, redo }: Pick<SettingsDraft, 'undo' | 'redo'>): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

/** Puts the focus on a line of a text field, 1-based, and the line into view. */
function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTo({ top: (line - 4) * 18 });
}

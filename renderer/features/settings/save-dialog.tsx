import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsPreview, SettingsSaved } from '../../../shared/model/settings-file.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DiffView } from '../../ui/diff/diff-view.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { showOutcome, type Outcome } from '../frame/outcome.ts';

const TONES: Readonly<Record<SettingsSaved['state'], Outcome['tone']>> = {
  saved: 'good',
  unchanged: 'neutral',
  held: 'asks',
  denied: 'harm',
};

interface Props {
  text: string;
  hash: string;
  preview: SettingsPreview;
  onSaved: () => void;
  onClose: () => void;
}

/** What will change, line by line; then it is saved, and the version before is kept. */
export function SaveDialog({ text, hash, preview, onSaved, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const act = useAct('settings:save');
  const save = async (): Promise<void> => {
    const saved = await act.run({ text, hash });
    if (saved === null) return;
    showOutcome({
      key: `panel.settings.saved.${saved.state}`,
      values: {},
      undo: null,
      tone: TONES[saved.state],
      reason: saved.reason === null ? null : said(saved.reason),
    });
    if (saved.state === 'saved' || saved.state === 'unchanged') onSaved();
    else onClose();
  };
  return (
    <Dialog
      title={t('panel.settings.saveTitle')}
      description={t('panel.settings.saveWhat', { sections: preview.sections.join(', ') })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button look="primary" disabled={act.busy} onClick={() => void save()}>
            {t('panel.settings.save')}
          </Button>
        </>
      }
    >
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      <DiffView
        diff={{
          path: 'nightguard.yaml',
          state: 'text',
          unified: preview.unified,
          oldLabel: t('panel.settings.now'),
          newLabel: t('panel.settings.edited'),
        }}
      />
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsFile } from '../../../shared/model/settings-file.ts';
import { useAct } from '../../api/index.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { exactTime } from '../../ui/format.ts';

/** Versions that were replaced: choosing one puts its text into the editor, to be looked at and saved. */
export function FormerChoice({ file, onText }: { file: SettingsFile; onText: (text: string) => void }): ReactNode {
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
        className="field settings-former"
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

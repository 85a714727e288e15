import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo, AppSettings } from '../../../shared/ipc/contract.ts';
import { takeInfo, useAct, useGuardian, type Act } from '../../api/index.ts';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { WorkspacesSection } from '../workspaces/workspaces-section.tsx';
import { AppUpdateSection } from './app-update-section.tsx';
import { SettingsEditor } from './settings-editor.tsx';
import { SettingsProblem } from './settings-problem.tsx';
import { WorkspaceFacts } from './workspace-facts.tsx';

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; text: string }[];
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, options, value, onChange }: ChoiceProps<T>): ReactNode {
  const id = useId();
  return (
    <div className="field-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

const LANGUAGES = ['system', 'en', 'ko'] as const;
const THEMES = ['system', 'light', 'dark'] as const;

function Form({ info, act }: { info: AppInfo; act: Act<'app:settings'> }): ReactNode {
  const { t } = useTranslation();
  const { settings } = info;
  const change = async (part: Partial<AppSettings>): Promise<void> => {
    const changed = await act.run(part);
    if (changed !== null) takeInfo(changed);
  };
  return (
    <>
      <Choice
        label={t('panel.settings.language')}
        options={LANGUAGES.map((value) => ({ value, text: t(`panel.settings.languageChoice.${value}`) }))}
        value={settings.language}
        onChange={(language) => void change({ language })}
      />
      <Choice
        label={t('panel.settings.theme')}
        options={THEMES.map((value) => ({ value, text: t(`panel.settings.themeChoice.${value}`) }))}
        value={settings.theme}
        onChange={(theme) => void change({ theme })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={settings.openAtLogin}
          onChange={(event) => void change({ openAtLogin: event.target.checked })}
        />
        {t('panel.settings.openAtLogin')}
      </label>
    </>
  );
}

/** Settings of the application, and where the workspace's own settings lie. */
export function SettingsView(): ReactNode {
  const { t } = useTranslation();
  const info = useGuardian((state) => state.info);
  const snapshot = useGuardian((state) => state.snapshot);
  const act = useAct('app:settings');
  return (
    <div className="column">
      {snapshot === null || snapshot.settingsProblem === null ? null : <SettingsProblem problem={snapshot.settingsProblem} />}
      <Section title={t('panel.settings.application')}>
        <div className="pad">
          {info === null ? <Skeleton rows={3} label={t('panel.loading')} /> : <Form info={info} act={act} />}
        </div>
        {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
      </Section>
      <AppUpdateSection />
      <WorkspacesSection />
      {snapshot === null ? null : (
        <>
          <Section title={t('panel.settings.workspace')}>
            <WorkspaceFacts snapshot={snapshot} />
          </Section>
          <Section title={t('panel.settings.file')}>
            <SettingsEditor />
          </Section>
        </>
      )}
    </div>
  );
}

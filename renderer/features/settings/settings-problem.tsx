import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsProblem as Problem } from '../../../shared/model/settings.ts';
import { PathText } from '../../ui/path-text.tsx';

/** Where the settings file is wrong and how, with what stays in force meanwhile. */
export function SettingsProblem({ problem }: { problem: Problem }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="state error asks" role="alert">
      <p className="state-title">{t('sentence.settings')}</p>
      <p>
        {t('panel.settings.atLine', { line: problem.line })}
        {problem.path === '' ? '' : ` · ${problem.path}`}
      </p>
      <p className="given">{problem.message}</p>
      <p>{t('panel.settings.stillInForce')}</p>
      <PathText path={problem.file} copy />
    </div>
  );
}

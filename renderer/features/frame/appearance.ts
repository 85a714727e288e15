import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardian } from '../../api/index.ts';

/** Lets language and theme of the page follow the application's settings. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const language = useGuardian((state) => state.info?.language);
  const theme = useGuardian((state) => state.info?.settings.theme);
  useEffect(() => {
    if (language === undefined) return;
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  useEffect(() => {
    if (theme === undefined || theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { accentOf } from '../../ui/accent.ts';
import { useGuardian } from '../../api/index.ts';

/** Lets language, theme and accent of the page follow the application's settings. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const language = useGuardian((state) => state.info?.language);
  const accent = useGuardian((state) => state.info?.accent ?? null);
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
  useEffect(() => {
    const { style } = document.documentElement;
    if (accent === null) {
      style.removeProperty('--system-accent');
      style.removeProperty('--system-on-accent');
      return;
    }
    const { light, dark, onLight, onDark } = accentOf(accent);
    style.setProperty('--system-accent', `light-dark(${light}, ${dark})`);
    style.setProperty('--system-on-accent', `light-dark(${onLight}, ${onDark})`);
  }, [accent]);
}

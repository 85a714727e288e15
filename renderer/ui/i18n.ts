import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from '../../shared/locales/en/index.ts';
import { languageOf, type Language } from '../../shared/locales/index.ts';
import { ko } from '../../shared/locales/ko/index.ts';

/** The panel's translator, ready at once: the texts are part of the page. */
export function createPanelTexts(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, ko: { translation: ko } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** The language before the application says which is in force. */
export const firstLanguage = (): Language => languageOf(navigator.language);

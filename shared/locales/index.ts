import { createInstance, type TFunction } from 'i18next';
import { en } from './en/index.ts';
import { ko } from './ko/index.ts';

export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One instance a process; `t` of it is what tray, notifications, terminal and panel speak with. */
export type Translate = TFunction;

/** Picks the language of a locale tag such as `ko-KR` or `ko_KR.UTF-8`; English when it is neither. */
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('ko') === true ? 'ko' : 'en';

/** A translator for one language. Missing Korean falls back to English; a test keeps that from happening. */
export function createTranslator(language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, ko: { translation: ko } },
    interpolation: { escapeValue: false },
  });
  return instance.t;
}

import { createTranslator, languageOf, type Language, type Translate } from '../../shared/locales/index.ts';

/** The language in force and its translator; made anew only when the choice changes. */
export interface Speech {
  language: () => Language;
  translate: () => Translate;
}

/** `choice` is the setting, `locale` the tag of the operating system. */
export function createSpeech(choice: () => 'system' | Language, locale: () => string): Speech {
  let made: { language: Language; translate: Translate } | undefined;
  const current = (): { language: Language; translate: Translate } => {
    const chosen = choice();
    const language = chosen === 'system' ? languageOf(locale()) : chosen;
    if (made?.language !== language) made = { language, translate: createTranslator(language) };
    return made;
  };
  return { language: () => current().language, translate: () => current().translate };
}

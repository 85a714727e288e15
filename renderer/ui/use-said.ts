import { useTranslation } from 'react-i18next';
import { languageOf } from '../../shared/locales/index.ts';
import { saying } from '../../shared/locales/sayings.ts';

/** Says what a duty gave as a reason, a detail or an error in the language in force. */
export function useSaid(): (sentence: string) => string {
  const { i18n } = useTranslation();
  return (sentence) => saying(languageOf(i18n.language), sentence);
}

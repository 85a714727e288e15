import { createTranslator, type Language } from '../../../../shared/locales/index.ts';
import { saying } from '../../../../shared/locales/sayings.ts';
import type { Voice } from '../../../../electron/terminal/text/voice.ts';

/** 15 February 2026, 03:00 local time, wherever the test runs. */
export const THREE = new Date(2026, 1, 15, 3, 0).getTime();

/** A voice without colours, two minutes past three. */
export function voiceOf(language: Language): Voice {
  return {
    t: createTranslator(language),
    language,
    said: (sentence) => saying(language, sentence),
    paint: (_, text) => text,
    now: THREE + 2 * 60_000,
    command: (...words) => ['nightguard', ...words].join(' '),
  };
}

export const HASH = 'a'.repeat(64);

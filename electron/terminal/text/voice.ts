import type { Language, Translate } from '../../../shared/locales/index.ts';

/** How a word is emphasised. The words carry the meaning; without colours nothing is lost. */
export type Tone = 'plain' | 'strong' | 'faint' | 'good' | 'new' | 'changed' | 'removed' | 'held' | 'harm';
export type Paint = (tone: Tone, text: string) => string;

/** What the texts need to know about whom they speak to. */
export interface Voice {
  t: Translate;
  language: Language;
  /** What a duty says (a reason, a detail, an error) in the reader's language, safe to print. */
  said: (sentence: string) => string;
  paint: Paint;
  /** Epoch milliseconds. */
  now: number;
  /** A command that can be copied and run from here: `command('rollback', 'R-0004')`. */
  command: (...words: string[]) => string;
}

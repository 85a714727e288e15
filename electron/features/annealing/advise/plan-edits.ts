import { z } from 'zod';
import { REDACTED, type Redact } from '../../../kernel/redact.ts';
import type { Excerpt } from './compose-question.ts';

const MOST_ANSWER = 64_000;
const MOST_EDITS = 10;
const LONGEST_SUMMARY = 200;

const answerSchema = z.object({
  summary: z.string().max(4000),
  edits: z
    .array(z.object({ file: z.string().max(4096), find: z.string().min(1).max(8000), replace: z.string().max(8000) }))
    .max(MOST_EDITS),
});
type Edit = z.infer<typeof answerSchema>['edits'][number];

/** What an answer would make of one of the files that were sent, or why it is not taken. */
export type PlannedEdits =
  | { ok: true; summary: string; excerpt: Excerpt; text: string; replacement: string }
  | { ok: false; reason: string };

const refused = (reason: string): PlannedEdits => ({ ok: false, reason });

/** Binds an answer to what was asked: one file of those sent, lines of those sent, each place certain. Nothing else of it is looked at. Pure. */
export function planEdits(answer: string, excerpts: readonly Excerpt[], redact: Redact): PlannedEdits {
  const parsed = parse(answer);
  if (parsed === null) return refused('the answer is not what was asked for');
  const { edits } = parsed;
  const summary = oneLine(redact(parsed.summary));
  const [first] = edits;
  if (first === undefined)
    return refused(summary === '' ? 'the model proposes no change' : `the model proposes no change: ${summary}`);
  if (edits.some(({ file }) => file !== first.file)) return refused('it would change several files');
  const excerpt = excerpts.find(({ file }) => file === first.file);
  if (excerpt === undefined) return refused('it would change a file that was not sent');
  if (edits.some(({ find, replace }) => replace.includes(REDACTED) || find.includes(REDACTED)))
    return refused('it would write over a secret');
  const places = edits.map((edit) => placeOf(edit, excerpt));
  const wrong = places.find((place) => typeof place === 'string');
  if (typeof wrong === 'string') return refused(wrong);
  const text = applyPlaces(excerpt.text, places as Place[]);
  if (text === null) return refused('its changes overlap');
  if (text === excerpt.text) return refused('nothing would change');
  return { ok: true, summary, excerpt, text, replacement: edits.map(({ replace }) => replace).join('\n') };
}

interface Place {
  from: number;
  to: number;
  by: string;
}

/** Where the edit goes; a sentence when that is not certain. */
function placeOf({ find, replace }: Edit, { text, from, to }: Excerpt): Place | string {
  const at = text.indexOf(find);
  if (at < 0) return 'the text that it would change is not there';
  if (text.indexOf(find, at + 1) >= 0) return 'the text that it would change is there more than once';
  const first = lineAt(text, at);
  const last = lineAt(text, at + find.length - (find.endsWith('\n') ? 1 : 0));
  if (first < from || last > to) return 'it would change lines that were not sent';
  return { from: at, to: at + find.length, by: replace };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function applyPlaces(text: string, places: readonly Place[]): string | null {
  const sorted = places.toSorted((a, b) => b.from - a.from);
  if (sorted.some((place, index) => index > 0 && place.to > (sorted[index - 1]?.from ?? Infinity))) return null;
  return sorted.reduce((changed, { from, to, by }) => changed.slice(0, from) + by + changed.slice(to), text);
}

/** Models like to wrap JSON in words and fences. */
function parse(answer: string): z.infer<typeof answerSchema> | null {
  if (answer.length > MOST_ANSWER) return null;
  const body = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
  try {
    return answerSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

const oneLine = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SUMMARY);

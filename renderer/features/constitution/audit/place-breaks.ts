import type { AuditStatus } from '../../../../shared/model/audit.ts';

export type AuditBreak = AuditStatus['breaks'][number];

/** A break and the place of the entry, newest first, below which its line is drawn. */
export interface PlacedBreak {
  fault: AuditBreak;
  after: number;
}

/** Where the broken links are in the whole list. Those that blame no entry have no place in it. */
export const placeBreaks = (breaks: readonly AuditBreak[], total: number): PlacedBreak[] =>
  breaks
    .flatMap((fault) =>
      fault.number === null || total === 0 ? [] : [{ fault, after: Math.min(Math.max(total - fault.number, 0), total - 1) }],
    )
    .toSorted((a, b) => a.after - b.after);

/** What stands in a line of the list: an entry by its place, or a break. */
export type Line = { entry: number } | { fault: AuditBreak };

/** The line's content, when each break takes a line of its own. */
export function lineAt(line: number, placed: readonly PlacedBreak[]): Line {
  let before = 0;
  for (const { fault, after } of placed) {
    const own = after + 1 + before;
    if (line === own) return { fault };
    if (line < own) break;
    before += 1;
  }
  return { entry: line - before };
}

/** The line that a break takes; null for one without a place. */
export function lineOf(fault: AuditBreak, placed: readonly PlacedBreak[]): number | null {
  const at = placed.findIndex((one) => one.fault === fault);
  return at === -1 ? null : (placed[at]?.after ?? 0) + 1 + at;
}

const RULES = {
  'not-utf8': 'content',
  'chain-broken': 'content',
  'hash-mismatch': 'content',
  'hash-missing': 'content',
  'duplicate-key': 'content',
  'unhashed-line': 'content',
  'entry-incomplete': 'content',
  'entry-outside-fences': 'content',
  'unclosed-block': 'content',
  'block-too-long': 'content',
  'log-missing': 'file',
  'log-truncated': 'file',
  'bytes-changed': 'content',
  'history-rewritten': 'content',
  'segment-missing': 'file',
  'segment-changed': 'file',
  'checkpoint-invalid': 'checkpoint',
  'checkpoint-differs': 'checkpoint',
} as const;

const isKnown = (rule: string): rule is keyof typeof RULES => Object.hasOwn(RULES, rule);

/** The keys of the texts for a rule: what it says, and what to do about it. A rule that is not known is still told. */
export const textsOf = (rule: string): { rule: string; advice: 'content' | 'file' | 'checkpoint' } =>
  isKnown(rule) ? { rule, advice: RULES[rule] } : { rule: 'other', advice: 'content' };

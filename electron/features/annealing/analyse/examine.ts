import { failingFrame, type ErrorEvent, type ErrorFrame } from '../../../../shared/model/annealing.ts';
import type { Examined, Finding, Rule } from '../rules/index.ts';

export interface Match {
  rule: Rule;
  finding: Finding;
  examined: Examined;
}

/** The rules that apply to what ended the program, else to the nearest of its causes that any rule knows. Pure. */
export function examine(event: ErrorEvent, rules: readonly Rule[], fallback: Rule): Match[] {
  const candidates: Examined[] = [
    view(event.language, event),
    ...event.links.map((link) => view(event.language, { ...link, code: null })),
  ];
  for (const examined of candidates) {
    const matches = rules.flatMap((rule): Match[] => {
      const finding = rule.examine(examined);
      return finding === null ? [] : [{ rule, finding, examined }];
    });
    if (matches.length > 0) return matches;
  }
  const examined = candidates[0]!;
  const finding = fallback.examine(examined);
  return finding === null ? [] : [{ rule: fallback, finding, examined }];
}

const view = (
  language: ErrorEvent['language'],
  { type, message, code, frames }: { type: string; message: string; code: string | null; frames: readonly ErrorFrame[] },
): Examined => ({
  language,
  type: type.slice(type.lastIndexOf('.') + 1),
  message,
  code,
  frame: failingFrame(frames) ?? null,
  innermost: frames.at(-1) ?? null,
  frames,
});

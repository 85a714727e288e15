import type { ErrorEvent, ErrorSource, FailedCommand } from '../../../../shared/model/annealing.ts';
import type { Redact } from '../../../kernel/redact.ts';
import type { ParsedError, ParsedException } from '../parse/parsed-error.ts';
import { placeFrames, type Place } from './place-frames.ts';

/** What the door that caught an error knows of it. */
export interface Circumstances {
  at: number;
  source: ErrorSource;
  subject?: string | null;
  command?: FailedCommand | null;
  context?: Readonly<Record<string, string>>;
}

const MAX_FACTS = 30;
const MAX_FACT = 500;

/** The event of an error that was found in text: placed in the workspace, its secrets taken out. Pure. */
export function toEvent(error: ParsedError, place: Place, redact: Redact, circumstances: Circumstances): ErrorEvent {
  const exception = (one: ParsedException): Pick<ErrorEvent, 'type' | 'message' | 'frames'> => ({
    type: one.type,
    message: redact(one.message),
    frames: placeFrames(one.frames, place).map((frame) => ({ ...frame, code: frame.code === null ? null : redact(frame.code) })),
  });
  const { at, source, subject = null, command = null, context = {} } = circumstances;
  return {
    at,
    source,
    language: error.language,
    ...exception(error),
    code: error.code,
    links: error.links.map((link) => ({ relation: link.relation, ...exception(link) })),
    subject,
    command: command === null ? null : { ...command, argv: command.argv.map(redact) },
    context: redactFacts(context, redact),
  };
}

/** A few small facts; a name that says secret makes its whole value one. */
function redactFacts(facts: Readonly<Record<string, string>>, redact: Redact): Record<string, string> {
  const kept = Object.entries(facts).slice(0, MAX_FACTS);
  return Object.fromEntries(
    kept.map(([name, value]) => {
      const shown = `${name}=${value.slice(0, MAX_FACT)}`;
      return [name.slice(0, 100), redact(shown).slice(name.length + 1)];
    }),
  );
}

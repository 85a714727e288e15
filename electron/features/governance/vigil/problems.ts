import type { DueDissolution, SelfCheck, UnloggedChange } from '../../../../shared/model/governance.ts';
import type { Problem } from '../../../../shared/model/snapshot.ts';
import type { InterruptedAct } from './interrupted.ts';

/** What the vigil has found and a person has not dealt with. */
export interface VigilFacts {
  unlogged: readonly UnloggedChange[];
  interrupted: readonly InterruptedAct[];
  /** Why the last checkpoint could not be put away; null when it was. */
  checkpoint: string | null;
  self: readonly SelfCheck[];
  selfCheckedAt: number | null;
  refused: readonly { structure: string; at: number; known: boolean }[];
  due: readonly DueDissolution[];
  now: number;
}

const SHOWN = 3;

/** One problem for one cause, worst first. */
export const vigilProblems = (facts: VigilFacts): Problem[] => [
  ...unloggedProblem(facts),
  ...immuneProblem(facts),
  ...interruptedProblem(facts),
  ...refusedProblem(facts),
  ...(facts.checkpoint === null ? [] : [problem('checkpoint-failed', 'warning', facts.checkpoint, facts.now)]),
  ...dueProblem(facts),
];

function unloggedProblem({ unlogged, now }: VigilFacts): Problem[] {
  if (unlogged.length === 0) return [];
  const detail = some(unlogged, ({ path, change, detail }) => `${path} (${detail ?? change})`);
  return [problem('audit-unlogged', 'harm', detail, now)];
}

/** A file that changed without a word is told of as that, and not once more. */
function immuneProblem({ self, selfCheckedAt, unlogged, now }: VigilFacts): Problem[] {
  const isTold = ({ subject }: SelfCheck): boolean => unlogged.some(({ path }) => path === subject);
  const violated = self.filter((check) => check.result === 'violated' && !isTold(check));
  const unread = self.filter((check) => check.result === 'could-not-check' && check.check === 'integrity' && !isTold(check));
  const faults = [...violated, ...unread];
  if (faults.length === 0) return [];
  const detail = some(faults, ({ subject, detail }) => `${subject}: ${detail}`);
  // A file that is not the accepted one is harm; a reference that leads nowhere, or a limit, wants mending.
  const severity = violated.some(({ check }) => check === 'integrity') ? 'harm' : 'warning';
  return [problem('immune-violated', severity, detail, selfCheckedAt ?? now)];
}

function interruptedProblem({ interrupted }: VigilFacts): Problem[] {
  const [first] = interrupted;
  if (first === undefined) return [];
  return [
    problem(
      'act-interrupted',
      'warning',
      some(interrupted, ({ number, type, target }) => `${number}: ${type} ${target}`),
      first.at,
    ),
  ];
}

/** What has always been so is listed; what came while Nightguard watched wants somebody to look. */
function refusedProblem({ refused }: VigilFacts): Problem[] {
  const fresh = refused.filter(({ known }) => !known);
  const shown = fresh.length > 0 ? fresh : refused;
  const [first] = shown;
  if (first === undefined) return [];
  const severity = fresh.length > 0 ? 'warning' : 'notice';
  return [
    problem(
      'structure-refused',
      severity,
      some(shown, ({ structure }) => (structure === '' ? '.' : structure)),
      first.at,
    ),
  ];
}

function dueProblem({ due }: VigilFacts): Problem[] {
  const [first] = due;
  if (first === undefined) return [];
  return [
    problem(
      'dissolution-due',
      'notice',
      some(due, ({ structure, reason }) => `${structure} (${reason})`),
      first.since,
    ),
  ];
}

const problem = (code: Problem['code'], severity: Problem['severity'], detail: string, at: number): Problem => ({
  code,
  severity,
  detail,
  at,
  release: null,
});

function some<T>(items: readonly T[], text: (item: T) => string): string {
  const more = items.length - SHOWN;
  return items.slice(0, SHOWN).map(text).join(', ') + (more > 0 ? ` +${more}` : '');
}

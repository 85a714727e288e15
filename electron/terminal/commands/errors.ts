import { applicable, type ErrorGroup, type GroupState } from '../../../shared/model/annealing.ts';
import type { Guardian } from '../../guardian-api.ts';
import { AppError } from '../../kernel/errors.ts';
import type { ErrorsFixOptions, ErrorsListOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { errorReportLines, errorRows, fixLines } from '../text/errors.ts';
import type { WithAnnealing } from '../with-annealing.ts';

const MOST_GROUPS = 10_000;
const OPEN: readonly GroupState[] = ['new', 'recurring', 'proposed', 'regressed'];

/** Groups of errors, the newest first; with `--all` those that are done with too. 1 where an error repeats. */
export function errorsList(
  session: Session,
  { all = false, limit }: ErrorsListOptions,
  withAnnealing: WithAnnealing,
): Promise<number> {
  const { output, voice } = session;
  return withAnnealing((annealing) => {
    const groups = annealing.groups({ limit, ...(all ? {} : { states: OPEN }) });
    output.document({ groups });
    output.lines(errorRows(groups, voice));
    return groups.some(({ state }) => state !== 'new' && state !== 'fixed' && state !== 'ignored') ? EXIT.notWell : EXIT.ok;
  });
}

/** One group as it is known. */
export function errorsShow({ output, voice }: Session, id: number, withAnnealing: WithAnnealing): Promise<number> {
  return withAnnealing((annealing) => {
    const report = annealing.report(id);
    output.document(report);
    output.lines(errorReportLines(report, voice));
    return EXIT.ok;
  });
}

/** Analyses one group now, adds it to directives/self_annealing_log.md and shows it. */
export function errorsReport({ output, voice }: Session, id: number, withAnnealing: WithAnnealing): Promise<number> {
  return withAnnealing(async (annealing) => {
    const report = await annealing.analyse(id);
    output.document(report);
    output.lines(errorReportLines(report, voice));
    return EXIT.ok;
  });
}

/** Says that a group is fixed, or that nobody wants to hear of it. */
export const errorsState = (
  session: Session,
  id: number,
  state: 'fixed' | 'ignored',
  withAnnealing: WithAnnealing,
): Promise<number> => changed(session, withAnnealing, (annealing) => annealing.setState(id, state));

/** Applies the proposed patch once a person has approved it: 2 until then. KEY: a group's number or its key. */
export function errorsFix(
  { output, voice }: Session,
  key: string,
  { dryRun = false }: ErrorsFixOptions,
  withAnnealing: WithAnnealing,
): Promise<number> {
  return withAnnealing(async (annealing) => {
    const result = await annealing.fix(groupNamed(annealing, key), { trigger: 'terminal', dryRun });
    output.document(result);
    output.lines(fixLines(result, voice));
    if (result.status === 'HELD') return EXIT.held;
    return result.status === 'APPLIED' || result.status === 'PLANNED' ? EXIT.ok : EXIT.notWell;
  });
}

/** @throws AppError `not-found`; `usage` where several causes with a patch have the same key */
function groupNamed(annealing: Pick<Guardian['annealing'], 'groups'>, key: string): number {
  if (/^\d{1,9}$/.test(key)) return Number(key);
  const named = annealing.groups({ limit: MOST_GROUPS }).filter((group) => group.key === key);
  const able = named.filter(({ analysis, state }) => applicable(analysis) !== null && state !== 'fixed' && state !== 'ignored');
  if (able.length > 1)
    throw new AppError('usage', `${key} has several causes: name one by its number (${able.map(({ id }) => id).join(', ')}).`);
  const found = able[0] ?? named[0];
  if (found === undefined) throw new AppError('not-found', `There is no error ${key}. \`nightguard errors list\` lists them.`);
  return found.id;
}

/** Two groups that are one. */
export const errorsMerge = (session: Session, from: number, into: number, withAnnealing: WithAnnealing): Promise<number> =>
  changed(session, withAnnealing, (annealing) => annealing.merge(from, into));

/** One cause out of a group, as a group of its own. FINGERPRINT as `errors show --json` names it. */
export const errorsSplit = (session: Session, id: number, fingerprint: string, withAnnealing: WithAnnealing): Promise<number> =>
  changed(session, withAnnealing, (annealing) => annealing.split(id, fingerprint));

/** Shows the group that a change has left. */
function changed(
  { output, voice }: Session,
  withAnnealing: WithAnnealing,
  change: (annealing: Pick<Guardian['annealing'], 'setState' | 'merge' | 'split'>) => ErrorGroup,
): Promise<number> {
  return withAnnealing((annealing) => {
    const group = change(annealing);
    output.document({ group });
    output.lines(errorRows([group], voice));
    return EXIT.ok;
  });
}

import type { GroupState } from '../../../shared/model/annealing.ts';
import type { ErrorsListOptions } from '../command-options.ts';
import { EXIT } from '../exit-codes.ts';
import type { Session } from '../session.ts';
import { errorReportLines, errorRows } from '../text/errors.ts';
import type { WithAnnealing } from '../with-annealing.ts';

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
export function errorsState(
  { output, voice }: Session,
  id: number,
  state: 'fixed' | 'ignored',
  withAnnealing: WithAnnealing,
): Promise<number> {
  return withAnnealing((annealing) => {
    const group = annealing.setState(id, state);
    output.document({ group });
    output.lines(errorRows([group], voice));
    return EXIT.ok;
  });
}

/** Two groups that are one. */
export function errorsMerge(
  { output, voice }: Session,
  from: number,
  into: number,
  withAnnealing: WithAnnealing,
): Promise<number> {
  return withAnnealing((annealing) => {
    const group = annealing.merge(from, into);
    output.document({ group });
    output.lines(errorRows([group], voice));
    return EXIT.ok;
  });
}

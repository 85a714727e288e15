import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

type Channels = `errors:${'list' | 'report' | 'state' | 'merge' | 'split' | 'fix' | 'question' | 'ask'}`;

/** Errors of programs, and what may be done about them. */
export const errorHandlers = (guardian: () => Guardian): Pick<Handlers, Channels> => ({
  'errors:list': ({ all, limit }) =>
    guardian().annealing.list({ limit, ...(all ? {} : { states: ['new', 'recurring', 'proposed', 'regressed'] }) }),
  'errors:report': ({ id, fresh }) => (fresh ? guardian().annealing.analyse(id) : guardian().annealing.report(id)),
  'errors:state': ({ id, state }) => guardian().annealing.setState(id, state),
  'errors:merge': ({ from, into }) => guardian().annealing.merge(from, into),
  'errors:split': ({ id, fingerprint }) => guardian().annealing.split(id, fingerprint),
  'errors:fix': ({ id, dryRun }) => guardian().annealing.fix(id, { trigger: 'panel', dryRun }),
  'errors:question': ({ id }) => guardian().annealing.aiQuestion(id),
  'errors:ask': ({ id, hash }) => guardian().annealing.askAi(id, { actor: 'panel', hash }),
});

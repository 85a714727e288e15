import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

/** What is done at which hour, and how it went. */
export const ritualsHandlers = (
  guardian: () => Guardian,
): Pick<Handlers, `rituals:${'list' | 'runs' | 'output' | 'run' | 'pause' | 'skip'}`> => ({
  'rituals:list': () => guardian().rituals.list(),
  'rituals:runs': ({ name, limit }) => guardian().rituals.runs(name, limit),
  'rituals:output': ({ run }) => ({ output: guardian().rituals.output(run) }),
  'rituals:run': ({ name }) => guardian().rituals.runNow(name),
  'rituals:pause': async ({ name, paused }) => {
    await guardian().rituals.setPaused(name, paused);
    return null;
  },
  'rituals:skip': async ({ name, skip }) => {
    await guardian().rituals.setSkipNext(name, skip);
    return null;
  },
});

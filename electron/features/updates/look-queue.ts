import type { Disposable } from '../../kernel/disposables.ts';
import type { SurveyScope } from './survey/types.ts';

/** One look at a time; those that come in meanwhile become one. */
export interface LookQueue extends Disposable {
  /** Looks at this much of Core. Resolves when a look has been performed that covers it. */
  add(scope: SurveyScope): Promise<void>;
  /** Resolves when nothing is due or under way. */
  idle(): Promise<void>;
}

/** A look that fails does not keep the next one from being performed. */
export function createQueue(perform: (scope: SurveyScope) => Promise<void>, onError: (error: unknown) => void): LookQueue {
  let due: SurveyScope | null = null;
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    try {
      for (let scope = due; scope !== null; scope = due) {
        due = null;
        await perform(scope).catch(onError);
      }
    } finally {
      running = null;
    }
  };
  return {
    add(scope) {
      due = due === null ? scope : merge(due, scope);
      running ??= drain();
      return running;
    },
    idle: () => running ?? Promise.resolve(),
    async dispose() {
      due = null;
      await running;
    },
  };
}

/** The wider of two scopes. */
function merge(a: SurveyScope, b: SurveyScope): SurveyScope {
  if (a.kind === 'full' || b.kind === 'full') return { kind: 'full' };
  return { kind: 'folders', folders: [...new Set([...a.folders, ...b.folders])] };
}

import type { Disposable } from '../../kernel/disposables.ts';
import type { SurveyScope } from './survey/types.ts';

/** One look at Core that is due. */
export interface Look {
  reason: 'watcher' | 'hourly' | 'ritual';
  scope: SurveyScope;
}

/** One look at a time; those that come in meanwhile become one. */
export interface LookQueue extends Disposable {
  /** Resolves when a look has been performed that covers this one. */
  add(look: Look): Promise<void>;
  /** Resolves when nothing is due or under way. */
  idle(): Promise<void>;
}

/** A look that fails does not keep the next one from being performed. */
export function createQueue(perform: (look: Look) => Promise<void>, onError: (error: unknown) => void): LookQueue {
  let due: Look | null = null;
  let running: Promise<void> | null = null;

  const drain = async (): Promise<void> => {
    try {
      for (let look = due; look !== null; look = due) {
        due = null;
        await perform(look).catch(onError);
      }
    } finally {
      running = null;
    }
  };
  return {
    add(look) {
      due = due === null ? look : merge(due, look);
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

/** The wider scope, and the weightier reason: a ritual applies what a mere look would not. */
function merge(a: Look, b: Look): Look {
  const reason = a.reason === 'ritual' || b.reason === 'ritual' ? 'ritual' : b.reason;
  if (a.scope.kind === 'full' || b.scope.kind === 'full') return { reason, scope: { kind: 'full' } };
  return { reason, scope: { kind: 'folders', folders: [...new Set([...a.scope.folders, ...b.scope.folders])] } };
}

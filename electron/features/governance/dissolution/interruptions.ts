import type { Problem } from '../../../../shared/model/snapshot.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError, asAppError, messageOf } from '../../../kernel/errors.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import type { WorkspaceLock } from '../../../kernel/workspace-lock.ts';
import type { DissolutionEffects } from './effects.ts';
import type { DissolutionJournal } from './journal.ts';
import { recoverDissolutions, type RecoveredDissolution } from './recover.ts';

export interface InterruptionPorts {
  journal: DissolutionJournal;
  effects: () => DissolutionEffects;
  lock: WorkspaceLock;
  clock: Clock;
  log: Log;
  onEnded: (summary: string) => void;
  onChange: () => void;
}

/** Dissolutions that a crash has interrupted. */
export interface Interruptions {
  /** Ends them, unless another process is at work. Never throws. */
  end(): Promise<void>;
  /** The same, when the caller holds the workspace lock. @throws AppError `denied` when one cannot be ended: nothing new is begun on top of it */
  endUnderLock(): Promise<void>;
  /** What is still unfinished, and why. */
  problems(): Problem[];
}

type Standing = Pick<Problem, 'detail' | 'severity'>;

export function createInterruptions(ports: InterruptionPorts): Interruptions {
  const { journal, effects, lock, log, onEnded, onChange } = ports;
  const known = new Map<number, Standing>();

  const endAll = async (): Promise<void> => {
    const recovered = await recoverDissolutions(effects());
    known.clear();
    for (const { id, structure, ended } of recovered) {
      if (ended.outcome !== 'unfinished') continue;
      log.write('error', 'An interrupted dissolution could not be ended', { structure, reason: ended.reason });
      known.set(id, { detail: `${structure}: ${ended.reason}`, severity: 'harm' });
    }
    const done = recovered.filter(({ ended }) => ended.outcome !== 'unfinished').map(sentenceOf);
    if (done.length > 0) onEnded(done.join(' '));
    if (recovered.length > 0) onChange();
  };

  return {
    async endUnderLock() {
      await endAll();
      const [first] = known.values();
      if (first !== undefined) throw new AppError('denied', `An interrupted dissolution must be ended first. ${first.detail}`);
    },
    async end() {
      let open: ReturnType<DissolutionJournal['open']> = [];
      try {
        open = journal.open();
        if (open.length === 0) return known.clear();
        let isAtWork = false;
        const release = await lock
          .acquire('recover', { waitMs: 0, onWait: (holder) => (isAtWork = holder?.act === 'dissolve') })
          .catch((error: unknown) => {
            // Either a dissolution that is under way, or some other act that this one waits for.
            const standing: Standing = { detail: messageOf(error), severity: 'warning' };
            if (asAppError(error).code !== 'locked') throw error;
            if (!isAtWork)
              for (const { id, structure } of open) known.set(id, { ...standing, detail: `${structure}: ${standing.detail}` });
            return null;
          });
        if (release === null) return onChange();
        try {
          await endAll();
        } finally {
          release();
        }
      } catch (error) {
        const detail = messageOf(error);
        log.write('error', 'Interrupted dissolutions could not be looked at', { error: detail });
        for (const { id, structure } of open) known.set(id, { detail: `${structure}: ${detail}`, severity: 'harm' });
        onChange();
      }
    },
    problems() {
      if (known.size === 0) return [];
      return journal.open().flatMap(({ id, startedAt }) => {
        const standing = known.get(id);
        return standing === undefined
          ? []
          : [{ code: 'dissolution-interrupted' as const, at: startedAt, release: null, ...standing }];
      });
    },
  };
}

function sentenceOf({ structure, ended }: RecoveredDissolution): string {
  switch (ended.outcome) {
    case 'dissolved': {
      const left = ended.left.length === 0 ? '' : ` Left in place: ${ended.left.join(', ')}.`;
      return `The dissolution of ${structure} was interrupted and is finished: it lies in ${ended.archivePath}.${left}`;
    }
    case 'taken-back':
      return `The dissolution of ${structure} was interrupted and taken back: ${ended.reason}`;
    case 'refused':
    case 'unfinished':
      return `${structure}: ${ended.reason}`;
  }
}

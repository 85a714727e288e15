import type { EnvironmentReport } from '../../../shared/model/environment.ts';
import { asAppError } from '../../kernel/errors.ts';
import type { EnvironmentProof, EnvironmentVerdict } from '../../kernel/ports/environment-proof.ts';
import { compareReports } from './report/worse.ts';

export interface ProofContext {
  check: (signal: AbortSignal, reuse: boolean) => Promise<EnvironmentReport>;
  /** What was found last, perhaps in an earlier life of this process. */
  last: () => EnvironmentReport | null;
  isWanted: () => boolean;
  warn: (error: unknown) => void;
}

/** The check as it runs around major acts: only what an act itself has made worse speaks against it. */
export function createProof({ check, last, isWanted, warn }: ProofContext): EnvironmentProof {
  let before: EnvironmentReport | null = null;
  return {
    async before(signal) {
      before = last();
      if (!isWanted()) return;
      try {
        before = await check(signal, true);
      } catch (error) {
        // The act is judged by what was known; that it could not be looked at is told after it.
        warn(error);
      }
    },
    async after(signal) {
      if (!isWanted()) return null;
      const began = performance.now();
      const verdict = (ok: boolean, detail: string): EnvironmentVerdict => ({
        ok,
        detail,
        durationMs: performance.now() - began,
      });
      try {
        const { worse, standing } = compareReports(before, await check(signal, true));
        if (worse.length > 0) return verdict(false, worse.join('\n'));
        return verdict(true, standing.length === 0 ? '' : `as before the act:\n${standing.join('\n')}`);
      } catch (error) {
        if (asAppError(error).code === 'cancelled' || asAppError(error).code === 'disposed') throw error;
        warn(error);
        return verdict(false, `the environment could not be checked: ${asAppError(error).message}`);
      }
    },
  };
}

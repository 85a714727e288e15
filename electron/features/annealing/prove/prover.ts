import type { ErrorEvent, Patch, Proof } from '../../../../shared/model/annealing.ts';

/** Tries a patch out, away from the workspace. */
export interface Prover {
  /** `text`: the whole patched file. Only what was seen is said. */
  prove(event: ErrorEvent, patch: Patch, text: string): Promise<Proof>;
}

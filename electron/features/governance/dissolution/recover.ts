import { asAppError } from '../../../kernel/errors.ts';
import { within } from '../../../kernel/paths.ts';
import { isArchived } from './same.ts';
import type { DissolutionEffects, DissolutionOutcome } from './effects.ts';
import { finishDissolution } from './finish-dissolution.ts';
import type { Journalled } from './journal.ts';
import { takeBack } from './run-dissolution.ts';

/** What became of a dissolution that a crash had interrupted. `unfinished`: it is tried again, and nothing more is removed until then. */
export interface RecoveredDissolution {
  id: number;
  structure: string;
  ended: DissolutionOutcome | { outcome: 'unfinished'; reason: string };
}

/** Ends what a crash interrupted: taken back before the archive is whole, carried on after. One that cannot be ended holds up no other. */
export async function recoverDissolutions(effects: DissolutionEffects): Promise<RecoveredDissolution[]> {
  const recovered: RecoveredDissolution[] = [];
  for (const begun of effects.journal.unfinished()) {
    const { id, plan } = begun;
    recovered.push({ id, structure: plan.structure, ended: await endOf(begun, effects) });
  }
  return recovered;
}

async function endOf(begun: Journalled, effects: DissolutionEffects): Promise<RecoveredDissolution['ended']> {
  try {
    if (await isPastArchive(begun, effects)) return await finishDissolution(begun, effects);
    return await takeBack(begun, effects, 'It was interrupted before the archive was whole.');
  } catch (error) {
    return { outcome: 'unfinished', reason: asAppError(error).message };
  }
}

/** The archive gets its name when it is whole; a crash right after leaves the journal one step behind. */
async function isPastArchive({ step, plan }: Journalled, { workspace }: DissolutionEffects): Promise<boolean> {
  if (step === 'removing' || step === 'recording') return true;
  return isArchived(within(workspace, plan.archivePath), plan.entries);
}

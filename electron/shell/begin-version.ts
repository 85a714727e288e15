import { spawn } from 'node:child_process';
import { app } from 'electron';
import type { AppUpdate } from '../../shared/model/app-update.ts';
import { beginVersion, passProbation, takeBack } from '../app-update/install.ts';
import { changeInstall, readJournal } from '../app-update/update-journal.ts';

/** What this start is to the last update of the application. */
export interface BegunVersion {
  /** The one that was taken back, for people; null when none was. */
  takenBack: AppUpdate['takenBack'];
  /** Whether a person has not been told of it yet. */
  isNews: boolean;
  /** Called when all that a version must do was done. */
  passed: () => Promise<void>;
  isOnProbation: boolean;
}

/** Reads at the start what was written down of the last update. A version that never became healthy goes back by itself, and this process ends. */
export async function beginThisVersion(journal: string): Promise<BegunVersion> {
  const beginning = await beginVersion(journal, app.getVersion());
  const { install } = readJournal(journal);
  if (beginning === 'must-go-back' && install !== null) {
    await takeBack(journal, `It was started ${install.starts} times and was never healthy.`);
    spawn(install.target, [], { detached: true, stdio: 'ignore' }).unref();
    app.exit(0);
  }
  const isBack = beginning === 'taken-back' && install !== null;
  if (isBack && !install.told) await changeInstall(journal, { told: true });
  return {
    takenBack: isBack ? { version: install.to, reason: install.reason, at: install.at } : null,
    isNews: isBack && !install.told,
    isOnProbation: beginning === 'on-probation',
    passed: () => passProbation(journal),
  };
}

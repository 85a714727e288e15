import { join } from 'node:path';
import { putProgram, sha512Of } from './swap-file.ts';
import { changeInstall, readJournal, writeJournal } from './update-journal.ts';

export interface InstallPlan {
  /** The journal; what is kept lies beside it. */
  journal: string;
  /** The program that runs now, and will be replaced. Absolute. */
  target: string;
  from: string;
  to: string;
  downloaded: string;
  /** As it was signed, in base64. */
  sha512: string;
  now: number;
  pid: number;
}

/**
 * Keeps the program that runs, proven by its hash, writes down what comes, and puts the new one in its place. Killed at any point, the place
 * holds one of the two, and the journal says what was meant. Returns where the former one is kept.
 * @throws AppError `hash-mismatch`
 */
export async function install({ journal, target, from, to, downloaded, sha512, now, pid }: InstallPlan): Promise<string> {
  const former = join(journal, '..', `former-${from}`);
  const formerSha512 = await sha512Of(target);
  await putProgram(target, formerSha512, former);
  const known = readJournal(journal);
  await writeJournal(journal, {
    ...known,
    install: {
      phase: 'installing',
      from,
      to,
      target,
      former,
      formerSha512,
      at: now,
      starts: 0,
      reason: '',
      told: false,
      oldPid: pid,
    },
  });
  await putProgram(downloaded, sha512, target);
  return former;
}

/** Puts the former program back, and writes down why; its version is not offered again. @throws AppError `hash-mismatch` */
export async function takeBack(journal: string, reason: string): Promise<void> {
  const { install: begun, refused } = readJournal(journal);
  if (begun === null) return;
  await putProgram(begun.former, begun.formerSha512, begun.target);
  await writeJournal(journal, {
    install: { ...begun, phase: 'taken-back', reason },
    refused: [...new Set([...refused, begun.to])],
  });
}

/** What the version that has just begun is, by the journal. */
export type Beginning = 'ordinary' | 'on-probation' | 'taken-back' | 'must-go-back';

/** More starts than these without health are a fault of the version. */
const MOST_STARTS = 3;

/** Called by each start: a new version is on probation until it is healthy, and goes back when it was not for too often. */
export async function beginVersion(journal: string, version: string): Promise<Beginning> {
  const { install: begun } = readJournal(journal);
  if (begun === null || begun.phase === 'healthy') return 'ordinary';
  if (begun.phase === 'taken-back') return begun.from === version ? 'taken-back' : 'ordinary';
  // Killed before the new program was in its place.
  if (begun.to !== version) return 'ordinary';
  const starts = begun.starts + 1;
  await changeInstall(journal, { phase: 'probation', starts });
  return starts > MOST_STARTS ? 'must-go-back' : 'on-probation';
}

/** The version has done what it had to. */
export const passProbation = (journal: string): Promise<void> => changeInstall(journal, { phase: 'healthy' });

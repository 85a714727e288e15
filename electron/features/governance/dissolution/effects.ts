import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Audit } from '../../../kernel/ports/audit.ts';
import type { Gate } from '../../../kernel/ports/gate.ts';
import type { DissolutionJournal } from './journal.ts';
import type { DissolutionPlan } from './plan.ts';

/** `phase` in the words of the snapshot's activity. */
export type OnDissolution = (progress: { phase: 'hashing' | 'archiving' | 'applying'; done: number; total: number }) => void;

export interface DissolutionEffects {
  workspace: string;
  database: Database;
  journal: DissolutionJournal;
  clock: Pick<Clock, 'now'>;
  gate: Gate;
  audit: Audit;
  /** Hands the immune system's authority over; returns what was done. May be called again after a crash. */
  handOver: (id: number, plan: DissolutionPlan) => Promise<string[]>;
  onProgress?: OnDissolution;
  signal?: AbortSignal;
}

export type DissolutionOutcome =
  /** `left`: what changed or came meanwhile, is not in the archive as it is now and was not removed; relative to the structure. */
  | { outcome: 'dissolved'; archivePath: string; left: string[] }
  | { outcome: 'refused'; verdict: 'ask' | 'deny'; reason: string }
  | { outcome: 'taken-back'; reason: string };

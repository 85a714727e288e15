import type {
  AiAnswer,
  AiQuestion,
  ErrorEvent,
  ErrorGroup,
  ErrorList,
  ErrorReport,
  ErrorsSummary,
  FixResult,
  GroupState,
} from '../../../shared/model/annealing.ts';
import type { Trigger } from '../../../shared/model/updates.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import type { Disposable } from '../../kernel/disposables.ts';
import type { ErrorContext } from './library/error-of.ts';
import type { Recorded } from './ledger/error-ledger.ts';

/** What came of an error that was handed over. */
export interface AnnealingResult {
  errorKey: string;
  /** Since the last success. */
  count: number;
  /** It repeats: see the report. */
  needsAnnealing: boolean;
  group: number;
}

/** A program that ended, as `run` saw it. */
export interface EndedProgram {
  argv: readonly string[];
  /** Absolute. */
  cwd: string;
  exitCode: number | null;
  signal: string | null;
  output: string;
}

/** Where programs report to over the Sentry protocol. */
export interface IngestAddress {
  port: number;
  /** For SENTRY_DSN; it holds the token. */
  dsn: string;
}

/** The annealing of one workspace: errors come in, are grouped, counted, analysed, and fixes are proposed. */
export interface Annealing extends Disposable {
  /** Resolves when they are durable; analyses follow by themselves. */
  record(events: readonly ErrorEvent[]): Promise<Recorded[]>;
  handleError(
    error: unknown,
    context: ErrorContext,
    subject?: string | null,
    source?: 'library' | 'self',
  ): Promise<AnnealingResult>;
  /** Records how a program failed, or takes its counts back when it succeeded. Null when there was nothing to record. */
  programEnded(program: EndedProgram): Promise<AnnealingResult | null>;
  succeeded(subject: string): Promise<string[]>;
  groups(filter: { states?: readonly GroupState[]; limit: number }): ErrorGroup[];
  /** @throws AppError `not-found` */
  report(id: number, events?: number): ErrorReport;
  /** Analyses now, whatever the count. @throws AppError `not-found` */
  analyse(id: number): Promise<ErrorReport>;
  setState(id: number, state: GroupState): ErrorGroup;
  merge(from: number, into: number): ErrorGroup;
  split(id: number, fingerprint: string): ErrorGroup;
  /** Groups with their last 24 hours, and where programs may report to. */
  list(filter: { states?: readonly GroupState[]; limit: number }): ErrorList;
  /**
   * Applies the patch that is best known to help, once a person has approved it; HELD until then.
   * @throws AppError `not-found`, `locked`, `cancelled`
   */
  fix(id: number, options: { trigger: Trigger; dryRun?: boolean }): Promise<FixResult>;
  /** What a model would be asked about a group. Sends nothing. @throws AppError `not-found` */
  aiQuestion(id: number): Promise<AiQuestion>;
  /** Asks the model; `hash` of the question that was shown. @throws AppError `not-found`, `stale-preview` */
  askAi(id: number, options: { actor: string; hash?: string }): Promise<AiAnswer>;
  /** Applies fixes that a person has approved meanwhile. Never throws. */
  resume(): Promise<void>;
  summary(): ErrorsSummary;
  /** Null while it does not listen. */
  ingest(): IngestAddress | null;
  /** Where some Nightguard of this workspace listens, this process or another; null when none does. */
  address(): Promise<IngestAddress | null>;
  problems(): Problem[];
  /** Listens, tails logs and reads drops, until it is disposed. */
  attend(): Disposable & { ready: Promise<void> };
  /** Resolves when what was ordered so far is analysed and written. */
  settled(): Promise<void>;
}

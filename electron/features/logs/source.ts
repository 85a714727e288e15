import type { LogId, LogQuery, LogStanding } from '../../../shared/model/logs.ts';

/** Where lines come from. Numbers are those of the whole log; it may only grow, or begin anew. */
export interface LogSource {
  id: LogId;
  standing(): LogStanding;
  /** Looks for what is new. Returns how many lines there are. @throws AppError `source-unreadable` */
  refresh(): Promise<number>;
  /** Numbers of wanted lines, null for all of them. @throws SyntaxError, Error when it takes too long */
  matches(query: LogQuery): Promise<ArrayLike<number> | null>;
  /** Raw lines of these numbers, in the same order; '' for one that is gone. */
  read(numbers: readonly number[]): Promise<string[]>;
}

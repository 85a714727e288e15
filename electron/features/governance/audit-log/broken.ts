import { AppError } from '../../../kernel/errors.ts';
import type { Break } from './types.ts';

/** The log does not verify: nothing is added to it until a person has looked. */
export class AuditBroken extends AppError {
  /** What was found, in the order of the file; the first hundred. */
  readonly breaks: readonly Break[];

  constructor(breaks: readonly Break[]) {
    const [first] = breaks;
    const where = first === undefined ? 'It does not verify.' : describeBreak(first);
    super('audit-broken', `The audit log is broken, so nothing is recorded and nothing is done. ${where}`);
    this.breaks = breaks;
  }
}

/** One sentence: which file, which entry, which byte, what. */
export function describeBreak({ file, entry, offset, rule, detail }: Break): string {
  const place = entry === null ? `byte ${offset}` : `entry ${entry} at byte ${offset}`;
  return `${file}, ${place}: ${detail} (${rule}).`;
}

const MOST_BREAKS = 100;

/** Collects breaks up to a bound; `count` goes on. */
export class BreakList {
  readonly list: Break[] = [];
  count = 0;

  readonly add = (fault: Break): void => {
    this.count += 1;
    if (this.list.length < MOST_BREAKS) this.list.push(fault);
  };

  /** @throws AuditBroken when there is any. */
  assertNone(): void {
    if (this.count > 0) throw new AuditBroken(this.list);
  }
}

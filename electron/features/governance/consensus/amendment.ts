import { createTwoFilesPatch } from 'diff';
import { sha256 } from '../../../kernel/hash.ts';
import type { Act } from '../../../kernel/ports/audit.ts';
import { hashOfChange } from './covered-changes.ts';

/** The act of putting a proposed document in the place of the one in force. */
export const AMEND = 'governance.amend';

/** One document as it is and as it is proposed to be. */
export interface Amendment {
  /** Relative to the workspace, POSIX separators. */
  path: string;
  /** Null: there is no such file yet. */
  before: Uint8Array | null;
  after: Uint8Array;
}

/** What is agreed on: the path with the hashes before and after. The same change from Core has the same hash. */
export const hashOfAmendment = ({ path, before, after }: Amendment): string =>
  hashOfChange(path, before === null ? null : sha256(before), sha256(after));

/** The act as it is judged, asked about and recorded. */
export function actOfAmendment(amendment: Amendment, actor: string, summary: string): Act {
  const texts = { before: amendment.before === null ? null : textOf(amendment.before), after: textOf(amendment.after) };
  return {
    type: AMEND,
    target: amendment.path,
    actor,
    paths: [amendment.path],
    contentHash: hashOfAmendment(amendment),
    risk: 'high',
    summary,
    diff: () => createTwoFilesPatch(amendment.path, amendment.path, texts.before ?? '', texts.after, 'now', 'proposed'),
    contents: () => texts,
  };
}

/** @throws TypeError when it is not UTF-8 */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

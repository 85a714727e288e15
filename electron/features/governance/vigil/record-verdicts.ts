import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../../../kernel/errors.ts';
import { reasonsOf } from '../judgement/index.ts';
import type { VigilPorts } from './ports.ts';
import type { ChangedVerdict } from './verdict-memory.ts';

/** More at once become one entry: a log is read by people. */
const MOST_ENTRIES = 100;
const MOST_REASONS = 8;

/**
 * Writes what a scan found to be new. Of the first scan only what is refused, and how many structures there are: what has always been well
 * is no event. Never throws for the log's sake: a log that does not verify is a problem of its own.
 */
export async function recordVerdicts(
  { auditLog, log }: Pick<VigilPorts, 'auditLog' | 'log'>,
  { first, changed }: { first: boolean; changed: readonly ChangedVerdict[] },
  root: string,
): Promise<void> {
  const worth = first ? changed.filter(({ node }) => node.result === 'Non-Canonical') : changed;
  try {
    const audit = auditLog();
    if (audit === null || changed.length === 0) return;
    for (const one of worth.slice(0, MOST_ENTRIES)) {
      audit.append(entryOf(one));
      await nextTurn();
    }
    const rest = worth.length - MOST_ENTRIES;
    if (!first && rest <= 0) return;
    const counts = ['Canonical', 'Canonical-Conditional', 'Non-Canonical'].map(
      (verdict) => `${verdict}: ${changed.filter(({ node }) => node.result === verdict).length}`,
    );
    const worst = changed.some(({ node }) => node.result === 'Non-Canonical') ? 'Non-Canonical' : 'Canonical';
    const reasons = [first ? 'first scan' : `scan, ${rest} more changes`, ...counts];
    audit.append({ type: 'blueprint-judgment', target: root === '' ? '.' : root, result: worst, reasons });
  } catch (error) {
    log.write('warn', 'What a scan found could not be written to the audit log', { error: messageOf(error) });
  }
}

function entryOf({
  structure,
  before,
  node,
}: ChangedVerdict): Parameters<NonNullable<ReturnType<VigilPorts['auditLog']>>['append']>[0] {
  const place = structure === '' ? '.' : structure;
  return {
    type: 'blueprint-judgment',
    target: node.file === null ? place : `${place}/${node.file}`,
    result: node.result,
    reasons: [before === null ? 'new structure' : `before: ${before}`, ...reasonsOf(node).slice(0, MOST_REASONS)],
  };
}

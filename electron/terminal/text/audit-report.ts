import { describeBreak, type Entry, type FileVerdict } from '../../features/governance/index.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Voice } from './voice.ts';

/** What came of looking at a log. `unchecked` is never fine. */
export type AuditVerdict = { entries: number } & (
  | { state: 'intact'; quirks: number; hash: string }
  | { state: 'broken'; breaks: FileVerdict['breaks']; count: number }
  | { state: 'unchecked'; reason: string }
);

/** Whether the log verifies; if not, each break with its place. */
export function auditReport(verdict: AuditVerdict, { t, paint }: Voice): string[] {
  switch (verdict.state) {
    case 'intact':
      return [
        paint('good', t('terminal.audit.intact', { count: verdict.entries, hash: verdict.hash })),
        ...(verdict.quirks === 0 ? [] : [t('terminal.audit.quirks', { count: verdict.quirks })]),
      ];
    case 'unchecked':
      return [paint('harm', t('terminal.audit.unchecked')), `  ${printable(verdict.reason)}`];
    case 'broken': {
      const more = verdict.count - verdict.breaks.length;
      return [
        paint('harm', t('terminal.audit.broken', { count: verdict.count })),
        ...verdict.breaks.map((one) => `  ${printable(describeBreak(one))}`),
        ...(more > 0 ? [`  +${more}`] : []),
      ];
    }
  }
}

/** One line an entry, newest first. */
export function auditEntries(
  { entries, total }: { entries: readonly Entry[]; total: number },
  state: AuditVerdict['state'],
  { t, paint }: Voice,
): string[] {
  const rows = entries.map(({ number, timestamp, type, result, target }) => [
    paint('strong', String(number)),
    printable(timestamp),
    printable(type),
    printable(result),
    printable(target),
  ]);
  return [
    ...(total === 0 ? [t('terminal.audit.empty')] : columns(rows, { right: [0] })),
    ...(total > entries.length ? ['', t('terminal.archive.more', { shown: entries.length, total })] : []),
    ...(state === 'intact' ? [] : ['', paint('harm', t('terminal.audit.notIntact'))]),
  ];
}

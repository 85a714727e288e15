import type { AuditPage, AuditQuery, AuditStatus } from '../../../../shared/model/audit.ts';
import type { AuditLog, Break, VerifyResult } from '../audit-log/index.ts';

/** What panel and terminal may read of the log. */
export interface AuditViews {
  auditStatus(): AuditStatus;
  /** Newest first, from the database. */
  auditEntries(query: AuditQuery): Promise<AuditPage>;
  /** Reads every byte of every segment. */
  verifyAudit(): Promise<AuditStatus>;
}

export interface AuditViewPorts {
  auditLog: () => AuditLog | null;
  /** Absolute path of the log. */
  file: () => string;
  /** The look whose verdict is shown; null before the first. */
  standing: (log: AuditLog) => VerifyResult | null;
  checkpoint: () => AuditStatus['checkpoint'];
  /** Numbers of acts that a living process is at work on. */
  running: () => ReadonlySet<number>;
  onChange: () => void;
}

const NO_LOG: AuditStatus = {
  state: 'none',
  file: null,
  entries: 0,
  segments: 0,
  hash: null,
  verified: null,
  breaks: [],
  reason: '',
  checkpoint: { at: null, folder: null, problem: null },
  openActs: [],
  owed: 0,
};

/** Turns the log's own answers into what is shown. */
export function createAuditViews(ports: AuditViewPorts): AuditViews {
  const { auditLog, onChange } = ports;
  const status = (): AuditStatus => {
    const log = auditLog();
    return log === null ? NO_LOG : statusOf(log, ports);
  };
  return {
    auditStatus: status,
    auditEntries: async (query) => (await auditLog()?.page(query)) ?? { entries: [], total: 0, types: [], results: [] },
    async verifyAudit() {
      await auditLog()?.verify({ level: 'full' });
      onChange();
      return status();
    },
  };
}

function statusOf(log: AuditLog, { file, standing, checkpoint, running }: AuditViewPorts): AuditStatus {
  const head = log.head();
  const found = standing(log);
  const atWork = running();
  return {
    state: found?.state ?? 'never',
    file: file(),
    entries: head.number,
    segments: log.segments().length + 1,
    hash: head.number === 0 ? null : head.hash,
    verified: found === null ? null : { at: found.at, level: found.level, durationMs: found.durationMs, bytes: found.bytes },
    breaks: found?.state === 'broken' ? found.breaks.map((fault) => ({ ...fault, number: numberOf(log, fault) })) : [],
    reason: found?.state === 'unchecked' ? found.reason : '',
    checkpoint: checkpoint(),
    openActs: log.openIntents().map(({ number, at, act }) => ({
      number,
      at,
      type: act.type,
      target: act.target,
      actor: act.actor,
      paths: [...act.paths],
      interrupted: !atWork.has(number),
    })),
    owed: log.owed(),
  };
}

/** A break counts its entries within its file, the list counts them over all segments. */
function numberOf(log: AuditLog, { segment, entry }: Break): number | null {
  if (entry === null) return null;
  const before = log.segments().findLast(({ number }) => number < segment);
  return (before?.last ?? 0) + entry;
}

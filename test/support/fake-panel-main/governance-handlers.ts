import type { Handlers } from '../../../electron/ipc/bind.ts';
import { AppError } from '../../../electron/kernel/errors.ts';
import type { AuditStatus } from '../../../shared/model/audit.ts';
import type { ApprovalRequest, ConstitutionView } from '../../../shared/model/governance.ts';
import { DECIDED, REQUESTS } from './approval-fixtures.ts';
import { BROKEN_LOG, createAuditLog, INTACT_LOG, LONG_LOG, NO_LOG, UNCHECKED_LOG } from './audit-fixtures.ts';
import { CONSENSUS_VIEW, FULL_VIEW, NO_CONSTITUTION, SOUND_VIEW, UNCHECKED_VIEW } from './constitution-fixtures.ts';
import type { ScenarioName } from './scenarios.ts';

interface Law {
  view: ConstitutionView;
  requests: ApprovalRequest[];
  log: AuditStatus;
}

const SOUND: Law = { view: SOUND_VIEW, requests: DECIDED, log: INTACT_LOG };

/** What the law of the workspace looks like in a scenario; sound where none is named. */
const LAWS: Partial<Record<ScenarioName, Partial<Law>>> = {
  constitution: { view: FULL_VIEW, requests: REQUESTS },
  approvals: { view: CONSENSUS_VIEW, requests: REQUESTS },
  'broken-log': { log: BROKEN_LOG },
  'long-log': { log: LONG_LOG },
  unchecked: { view: UNCHECKED_VIEW, log: UNCHECKED_LOG },
  unconstituted: { view: NO_CONSTITUTION, requests: [], log: NO_LOG },
  empty: { view: NO_CONSTITUTION, requests: [], log: NO_LOG },
};

type Act = <T, R>(channel: string, run: (input: T) => R) => (input: T) => R;
type Governed = 'constitution:view' | 'approvals:list' | 'approvals:open' | `audit:${'status' | 'list' | 'verify'}`;

/** Long enough to see that it goes on. Milliseconds. */
const JUDGING = 300;
const later = <T>(value: () => T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value()), JUDGING));

/** Constitution, approvals and audit log of fixtures. A fresh look moves the times; nothing else changes. */
export function governanceHandlers(name: ScenarioName, act: Act): Pick<Handlers, Governed> {
  const law = { ...SOUND, ...LAWS[name] };
  let { view, log } = law;
  let list = createAuditLog(log.entries);
  const judge = act('constitution:view', () =>
    later(() => {
      const { tree } = view;
      view = { ...view, tree: tree === null ? null : { ...tree, scannedAt: Date.now() }, selfCheckedAt: Date.now() };
      return view;
    }),
  );
  return {
    'constitution:view': ({ fresh }) => (fresh ? judge({ fresh }) : view),
    'approvals:list': ({ limit }) => law.requests.slice(0, limit),
    'approvals:open': act('approvals:open', () => null),
    'audit:status': () => log,
    'audit:list': (query) => {
      if (query.text === 'fail') throw new AppError('database', 'The database is locked.');
      return list(query);
    },
    'audit:verify': act('audit:verify', () =>
      later(() => {
        if (log.state === 'none' || log.state === 'unchecked') return log;
        // What another program has written since is taken in.
        const entries = log.entries + (name === 'long-log' ? 7 : 0);
        list = createAuditLog(entries);
        log = { ...log, entries, verified: { at: Date.now(), level: 'full', durationMs: 1240, bytes: log.entries * 401 } };
        return log;
      }),
    ),
  };
}

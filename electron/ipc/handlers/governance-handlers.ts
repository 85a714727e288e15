import type { Guardian } from '../../guardian-api.ts';
import type { Handlers } from '../bind.ts';

type Channels = 'constitution:view' | 'approvals:list' | 'approvals:open' | `audit:${'status' | 'list' | 'verify'}`;

/** The law of the workspace, to be read. The only act is to show the approval window: a person goes on from there. */
export const governanceHandlers = (
  guardian: () => Guardian,
  openApprovals: (id: number | null) => void,
): Pick<Handlers, Channels> => ({
  'constitution:view': ({ fresh }) => guardian().governance.constitution(fresh),
  'approvals:list': ({ limit }) => guardian().governance.approvals.list(limit),
  'approvals:open': ({ id }) => {
    openApprovals(id);
    return null;
  },
  'audit:status': () => guardian().governance.auditStatus(),
  'audit:list': (query) => guardian().governance.auditEntries(query),
  'audit:verify': () => guardian().governance.verifyAudit(),
});

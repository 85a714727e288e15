import { useAct } from '../../../api/index.ts';
import { useReportedAct } from '../../frame/use-reported-act.ts';

/** Shows a request in the approval window, the only place where it can be decided on. */
export function useOpenApproval(): (id: number) => void {
  const open = useReportedAct(useAct('approvals:open'));
  return (id) => open({ id });
}

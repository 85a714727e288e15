import type { ApprovalDesk } from '../../features/governance/index.ts';
import type { Session } from '../session.ts';
import { workspacePath } from '../workspace-path.ts';

/** The request that a number, or the path of a document that it changes, speaks of. @throws AppError `not-found`, `usage` */
export function requestId({ host }: Session, workspace: string, desk: Pick<ApprovalDesk, 'requestAbout'>, which: string): number {
  if (/^\d{1,9}$/.test(which)) return Number(which);
  return desk.requestAbout(workspacePath(which, workspace, host.cwd)).id;
}

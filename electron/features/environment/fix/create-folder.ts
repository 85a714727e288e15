import { mkdir } from 'node:fs/promises';
import type { AppliedFix, Finding } from '../../../../shared/model/environment.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import { finding } from '../finding.ts';
import { askLeave, type ActPorts } from './act-ports.ts';

export type FixResult = { fixes: readonly AppliedFix[]; findings: readonly Finding[] };

/** Creates one folder with those above it, never through a link. */
export async function createFolder(ports: ActPorts, workspace: string, path: string, actor: string): Promise<FixResult> {
  const leave = askLeave(ports, {
    type: 'environment.create-folder',
    target: path,
    actor,
    paths: [path],
    risk: 'low',
    summary: `Create the folder ${path}.`,
  });
  const failed = (detail: string): FixResult => ({
    fixes: [],
    findings: [
      finding('directory-not-created', 'MISSING_DIRECTORIES', path, { severity: 'WARNING', values: { directory: path, detail } }),
    ],
  });
  if (!leave.ok) return failed(leave.reason);
  try {
    assertRealFolders(workspace, `${path}/x`, new Set());
    await mkdir(within(workspace, path), { recursive: true });
    leave.close(true, '');
    return { fixes: [{ kind: 'create-folder', subject: path, detail: path }], findings: [] };
  } catch (error) {
    leave.close(false, messageOf(error));
    return failed(messageOf(error));
  }
}

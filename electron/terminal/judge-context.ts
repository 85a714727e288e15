import { join } from 'node:path';
import type { JudgeContext } from '../features/governance/index.ts';
import { AppError } from '../kernel/errors.ts';
import { loadSettings } from '../kernel/settings-file/index.ts';
import { SETTINGS_FILE } from './find-workspace.ts';
import type { Session } from './session.ts';

/**
 * What judging goes by: the workspace's settings, or the defaults and this folder where there is none, as in a plain repository.
 * @throws AppError `settings-invalid`, with file and line; `no-workspace` when one was asked for
 */
export function judgeContext(session: Session, strict: boolean): JudgeContext {
  const workspace = workspaceOrHere(session);
  const loaded = loadSettings(join(workspace, SETTINGS_FILE));
  if (!loaded.ok) {
    const { file, line, message } = loaded.problem;
    throw new AppError('settings-invalid', `${file}:${line}: ${message} Nothing was judged.`);
  }
  const settings = loaded.settings.governance;
  return { workspace, settings, now: Date.now(), strict: strict || settings.judgement.strict };
}

function workspaceOrHere(session: Session): string {
  try {
    return session.workspace();
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-workspace' && session.asked() === undefined) return session.host.cwd;
    throw error;
  }
}

import { releaseIdSchema, type RollbackTarget } from '../../../shared/model/updates.ts';
import { AppError } from '../../kernel/errors.ts';
import { goBack } from '../go-back.ts';
import { parseTime } from '../parse-time.ts';
import type { RollbackOptions } from '../command-options.ts';
import type { Session } from '../session.ts';
import { workspacePath } from '../workspace-path.ts';

/** Goes back behind a release, for one file, or to a moment. */
export function rollback(session: Session, release: string | undefined, options: RollbackOptions): Promise<number> {
  const { target, words } = targetOf(session, release, options);
  return goBack(session, target, { words: ['rollback', ...words], dryRun: options.dryRun === true, changed: options.changed });
}

interface Asked {
  target: RollbackTarget;
  /** As they were typed, for the commands that are proposed. */
  words: string[];
}

function targetOf(session: Session, release: string | undefined, { file, to }: RollbackOptions): Asked {
  const { host, voice } = session;
  if ([release, file, to].filter((one) => one !== undefined).length !== 1)
    throw new AppError('usage', voice.t('terminal.rollback.oneTarget'));
  if (file !== undefined) {
    return { target: { kind: 'file', path: workspacePath(file, session.workspace(), host.cwd) }, words: ['--file', file] };
  }
  if (to !== undefined) {
    const at = parseTime(to, voice.now);
    if (at === null) throw new AppError('usage', voice.t('terminal.rollback.badTime', { time: to }));
    return { target: { kind: 'time', at }, words: ['--to', to] };
  }
  const id = releaseIdSchema.safeParse(release?.toUpperCase());
  if (!id.success) throw new AppError('usage', voice.t('terminal.rollback.badRelease', { release }));
  return { target: { kind: 'release', release: id.data }, words: [id.data] };
}

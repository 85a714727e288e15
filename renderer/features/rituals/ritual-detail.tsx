import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RitualStanding } from '../../../shared/model/rituals.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { duration } from '../../ui/format.ts';
import { useReportedAct } from '../frame/use-reported-act.ts';
import { RitualRuns } from './ritual-runs.tsx';
import { Next, Schedule } from './when.tsx';

/** What a person can do with a ritual. Each can be taken back by its counterpart in the same place. */
function Acts({ standing }: { standing: RitualStanding }): ReactNode {
  const { t } = useTranslation();
  const run = useAct('rituals:run');
  const runNow = useReportedAct(run);
  const pause = useReportedAct(useAct('rituals:pause'));
  const skip = useReportedAct(useAct('rituals:skip'));
  const { ritual, paused, skipNext, last } = standing;
  const { name } = ritual;
  const isRunning = run.busy || (last !== null && last.result === null);
  const act = (key: 'run' | 'running' | 'pause' | 'resume' | 'skip' | 'unskip', busy: boolean, start: () => void): ReactNode => (
    <Button disabled={busy} onClick={start} aria-label={t('panel.rituals.named', { act: t(`panel.rituals.${key}`), name })}>
      {t(`panel.rituals.${key}`)}
    </Button>
  );
  return (
    <div className="actions">
      {act(isRunning ? 'running' : 'run', isRunning, () => runNow({ name }))}
      {ritual.enabled ? act(paused ? 'resume' : 'pause', false, () => pause({ name, paused: !paused })) : null}
      {ritual.enabled && !paused ? act(skipNext ? 'unskip' : 'skip', false, () => skip({ name, skip: !skipNext })) : null}
    </div>
  );
}

/** One ritual: when, what, by whom, how it went. */
export function RitualDetail({ standing, revision }: { standing: RitualStanding; revision: number }): ReactNode {
  const { t, i18n } = useTranslation();
  const { ritual } = standing;
  const isOwn = ritual.commands.length > 0 || OWN_TASKS.has(ritual.taskType);
  return (
    <article className="detail">
      <h2 tabIndex={-1} translate="no">
        {ritual.name}
      </h2>
      <Acts standing={standing} />
      <Facts
        facts={[
          [t('panel.rituals.when'), <Schedule key="when" ritual={ritual} />],
          [t('panel.rituals.comes'), <Next key="next" standing={standing} />],
          [t('panel.rituals.task'), <code key="task">{ritual.taskType}</code>],
          [
            t('panel.rituals.commands'),
            ritual.commands.length === 0 ? null : <code key="run">{ritual.commands.join('\n')}</code>,
          ],
          [t('panel.rituals.agent'), isOwn ? null : ritual.agent],
          [t('panel.rituals.instruction'), ritual.instruction === '' ? null : ritual.instruction],
          [t('panel.rituals.deadline'), duration(ritual.deadlineMs, i18n.language)],
          [t('panel.rituals.origin'), t(`panel.rituals.from.${ritual.origin}`)],
        ]}
      />
      <RitualRuns name={ritual.name} revision={revision} />
    </article>
  );
}

/** Tasks that Nightguard does itself. */
const OWN_TASKS: ReadonlySet<string> = new Set([
  'AUTONOMOUS_DEV',
  'AUTO_UPDATE',
  'ENV_CHECK',
  'DIAGNOSTIC',
  'SECURITY_UPDATE',
  'COMMAND',
]);

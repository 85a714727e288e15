import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceStanding } from '../../../shared/model/workspaces.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { LOOKS } from '../frame/overall-look.ts';
import { minutesUntilMorning } from '../frame/pause.ts';
import { useReportedAct } from '../frame/use-reported-act.ts';
import { RemoveDialog } from './remove-dialog.tsx';

/** The workspaces of this machine: how each stands, and what can be done with it. */
export function WorkspaceList({ workspaces }: { workspaces: readonly WorkspaceStanding[] }): ReactNode {
  const [removed, setRemoved] = useState<WorkspaceStanding | null>(null);
  return (
    <>
      <ul>
        {workspaces.map((workspace) => (
          <Row key={workspace.path} workspace={workspace} onRemove={() => setRemoved(workspace)} />
        ))}
      </ul>
      {removed === null ? null : <RemoveDialog workspace={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function Row({ workspace, onRemove }: { workspace: WorkspaceStanding; onRemove: () => void }): ReactNode {
  const { t } = useTranslation();
  const show = useReportedAct(useAct('workspaces:show'));
  const pause = useReportedAct(useAct('workspaces:pause'));
  const said = useSaid();
  const { path, name, state, reason, shown, overall, sentence, pausedUntil } = workspace;
  const button = (key: string, run: () => void): ReactNode => (
    <Button compact aria-label={t(`panel.workspaces.${key}Named`, { name })} onClick={run}>
      {t(`panel.workspaces.${key}`)}
    </Button>
  );
  return (
    <li className="row workspace-row" data-state={state}>
      <div className="row-text">
        <p className="row-line">
          <strong translate="no">{name}</strong>
          <StatusWord {...LOOKS[overall]}>{t(sentence.key, sentence.values)}</StatusWord>
        </p>
        <PathText path={path} />
        {reason === '' ? null : <p className="given small">{said(reason)}</p>}
      </div>
      <div className="actions">
        {state === 'guarded' && shown ? null : button(state === 'away' ? 'tryAgain' : 'show', () => show({ path }))}
        {state !== 'guarded'
          ? null
          : pausedUntil === null
            ? button('pause', () => pause({ path, minutes: minutesUntilMorning() }))
            : button('resume', () => pause({ path, minutes: null }))}
        {button('remove', onRemove)}
      </div>
    </li>
  );
}

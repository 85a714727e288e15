import {
  ArchiveRestore,
  ChevronDown,
  Clock,
  Ellipsis,
  FolderOpen,
  FolderPlus,
  Pause,
  Play,
  RefreshCw,
  Shield,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useGuardian } from '../../api/index.ts';
import { useNow } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ActivityLine } from './activity.tsx';
import { openAdding, openRollback } from './navigation.ts';
import { LOOKS } from './overall-look.ts';
import { minutesUntilMorning, nextMorning } from './pause.ts';
import { useReportedAct } from './use-reported-act.ts';

function PauseControl({ paused }: { paused: boolean }): ReactNode {
  const { t } = useTranslation();
  const pause = useReportedAct(useAct('guardian:pause'));
  const resume = useReportedAct(useAct('guardian:resume'));
  const now = useNow();
  if (paused) return <IconButton icon={Play} label={t('panel.header.resume')} onClick={() => resume(null)} />;
  const morning = nextMorning(now);
  const today = new Date(morning).getDate() === new Date(now).getDate();
  return (
    <MenuButton
      icon={Pause}
      label={t('panel.header.pause')}
      choices={[
        { label: t('panel.header.pauseHour'), icon: Clock, run: () => pause({ minutes: 60 }) },
        {
          label: t(today ? 'panel.header.pauseToday' : 'panel.header.pauseTomorrow'),
          icon: Clock,
          run: () => pause({ minutes: minutesUntilMorning() }),
        },
      ]}
    />
  );
}

/** The other workspaces of this machine, and the way to one more. */
function Switcher(): ReactNode {
  const { t } = useTranslation();
  const workspaces = useGuardian((state) => state.workspaces) ?? [];
  const show = useReportedAct(useAct('workspaces:show'));
  const others = workspaces.filter(({ shown }) => !shown);
  return (
    <MenuButton
      icon={ChevronDown}
      label={t('panel.workspaces.switch')}
      choices={[
        ...others.map(({ path, name, overall, sentence }) => ({
          label: `${name} · ${t(sentence.key, sentence.values)}`,
          icon: LOOKS[overall].icon,
          run: () => show({ path }),
        })),
        { label: t('panel.workspaces.add'), icon: FolderPlus, run: openAdding },
      ]}
    />
  );
}

/** Whose workspace this is, and what can always be done: check now, pause, more. */
export function Header(): ReactNode {
  const { t } = useTranslation();
  const snapshot = useGuardian((state) => state.snapshot);
  const hasNone = useGuardian((state) => state.snapshot === null && state.workspaces !== null);
  const check = useReportedAct(useAct('updates:run'));
  const openFolder = useReportedAct(useAct('app:openArchiveFolder'));
  return (
    <header className="app-header">
      <Shield size={16} aria-hidden />
      <h1 title={snapshot?.workspace.path} translate="no">
        {snapshot?.workspace.name ?? 'Nightguard'}
      </h1>
      <Switcher />
      <span className="gap" />
      <IconButton
        icon={RefreshCw}
        label={t('panel.header.check')}
        disabled={snapshot === null || snapshot.activity !== null}
        onClick={() => check(null)}
      />
      {hasNone ? null : (
        <>
          <PauseControl paused={snapshot !== null && snapshot.pausedUntil !== null} />
          <MenuButton
            icon={Ellipsis}
            label={t('panel.header.more')}
            choices={[
              { label: t('panel.header.rollBackToTime'), icon: ArchiveRestore, run: () => openRollback({ kind: 'choose-time' }) },
              { label: t('panel.header.openArchive'), icon: FolderOpen, run: () => openFolder(null) },
            ]}
          />
        </>
      )}
      <ActivityLine />
    </header>
  );
}

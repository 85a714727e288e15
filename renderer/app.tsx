import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { connect, isGuarded, listen, useGuardian } from './api/index.ts';
import { AddWorkspace } from './features/adding/add-workspace.tsx';
import { AlertsView } from './features/alerts/alerts-view.tsx';
import { ArchiveView } from './features/archive/archive-view.tsx';
import { ConstitutionView } from './features/constitution/constitution-view.tsx';
import { ErrorsView } from './features/errors/errors-view.tsx';
import { EnvironmentView } from './features/environment/environment-view.tsx';
import { LiveRegion } from './features/frame/activity.tsx';
import { useAppearance } from './features/frame/appearance.ts';
import { Header } from './features/frame/header.tsx';
import { NavBar } from './features/frame/nav-bar.tsx';
import { follow, useNavigation, type View } from './features/frame/navigation.ts';
import { Offline } from './features/frame/offline.tsx';
import { OutcomeBar } from './features/frame/outcome-bar.tsx';
import { PlaceViews } from './features/frame/place-views.tsx';
import { HealthView } from './features/health/health-view.tsx';
import { LogsView } from './features/logs/logs-view.tsx';
import { OverviewView } from './features/overview/overview-view.tsx';
import { RitualsView } from './features/rituals/rituals-view.tsx';
import { RollbackDialog } from './features/rollback/rollback-dialog.tsx';
import { SecurityView } from './features/security/security-view.tsx';
import { SettingsView } from './features/settings/settings-view.tsx';
import { UpdatesView } from './features/updates/updates-view.tsx';
import { NoWorkspace } from './features/workspaces/no-workspace.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';

const VIEWS: Readonly<Record<View, () => ReactNode>> = {
  overview: OverviewView,
  updates: UpdatesView,
  errors: ErrorsView,
  security: SecurityView,
  environment: EnvironmentView,
  health: HealthView,
  rituals: RitualsView,
  alerts: AlertsView,
  constitution: ConstitutionView,
  archive: ArchiveView,
  logs: LogsView,
  settings: SettingsView,
};

/** The panel: header, one view, navigation, and what lies over them. */
export function App(): ReactNode {
  const { t } = useTranslation();
  const view = useNavigation((state) => state.view);
  const workspace = useGuardian(({ snapshot }) => snapshot?.workspace.path ?? '');
  useAppearance();
  useEffect(connect, []);
  useEffect(() => listen('navigate', follow), []);
  return (
    <div className="app">
      <Header />
      <main aria-label={t(`panel.nav.${view}`)} data-view={view}>
        <Offline />
        <ErrorBoundary key={`${workspace} ${view}`}>
          <Main view={view} />
        </ErrorBoundary>
      </main>
      <OutcomeBar />
      <NavBar />
      <LiveRegion />
      <ErrorBoundary>
        <RollbackDialog />
      </ErrorBoundary>
    </div>
  );
}

/** The view, or the way to a first workspace, or to another one. Settings of the application are there without any. */
function Main({ view }: { view: View }): ReactNode {
  const isAdding = useNavigation((state) => state.isAdding);
  const workspaces = useGuardian((state) => state.workspaces);
  const Current = VIEWS[view];
  if (isAdding) return <AddWorkspace first={workspaces?.length === 0} />;
  if (workspaces !== null && !isGuarded(workspaces) && view !== 'settings')
    return workspaces.length === 0 ? <AddWorkspace first /> : <NoWorkspace workspaces={workspaces} />;
  return (
    <>
      <PlaceViews />
      <Current />
    </>
  );
}

import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { connect, listen } from './api/index.ts';
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
  useAppearance();
  useEffect(connect, []);
  useEffect(() => listen('navigate', follow), []);
  const Current = VIEWS[view];
  return (
    <div className="app">
      <Header />
      <main aria-label={t(`panel.nav.${view}`)} data-view={view}>
        <Offline />
        <PlaceViews />
        <ErrorBoundary key={view}>
          <Current />
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

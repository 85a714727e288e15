import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGuardian } from '../../api/index.ts';
import { Skeleton } from '../../ui/empty-state.tsx';
import { Waiting } from '../updates/waiting.tsx';
import { Gauges } from './gauges.tsx';
import { Headline } from './headline.tsx';
import { LastNight } from './last-night.tsx';
import { NeedsYou } from './needs-you.tsx';
import { Problems } from './problems.tsx';
import { Recent } from './recent.tsx';

/** The two seconds' glance: whether to worry, about what, and what one click would do. */
export function OverviewView(): ReactNode {
  const { t } = useTranslation();
  const snapshot = useGuardian((state) => state.snapshot);
  if (snapshot === null) return <Skeleton rows={8} label={t('panel.loading')} />;
  return (
    <div className="column">
      <Headline snapshot={snapshot} />
      <NeedsYou snapshot={snapshot} />
      <Problems problems={snapshot.problems} />
      <Waiting snapshot={snapshot} />
      <LastNight night={snapshot.lastNight} />
      <Gauges health={snapshot.health} />
      <Recent releases={snapshot.releases} source={snapshot.workspace.source} />
    </div>
  );
}

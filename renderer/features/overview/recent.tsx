import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseSummary } from '../../../shared/model/updates.ts';
import { Button } from '../../ui/button.tsx';
import { Command } from '../../ui/command.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { INIT_COMMAND } from '../../ui/error-texts.ts';
import { Section } from '../../ui/section.tsx';
import { goTo } from '../frame/navigation.ts';
import { ReleaseRow } from '../updates/release-row.tsx';

const SHOWN = 5;

/** What brings the first update: a Core folder, or a change in it. */
function FirstSteps({ source }: { source: string | null }): ReactNode {
  const { t } = useTranslation();
  if (source !== null) return <EmptyState title={t('panel.updates.empty')}>{t('panel.updates.emptyHow')}</EmptyState>;
  return (
    <EmptyState title={t('panel.settings.noSource')} actions={<Command text={INIT_COMMAND} />}>
      {t('panel.error.source-not-set.next')}
    </EmptyState>
  );
}

/** The newest releases: the undo is where the deed is. */
export function Recent({ releases, source }: { releases: readonly ReleaseSummary[]; source: string | null }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.overview.recent')}>
      {releases.length === 0 ? (
        <FirstSteps source={source} />
      ) : (
        <ul>
          {releases.slice(0, SHOWN).map((release) => (
            <ReleaseRow key={release.id} release={release} />
          ))}
        </ul>
      )}
      {releases.length > SHOWN ? (
        <div className="pad">
          <Button compact look="quiet" onClick={() => goTo('updates')}>
            {t('panel.overview.allReleases')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../../shared/model/sentence.ts';
import type { Snapshot } from '../../../shared/model/snapshot.ts';
import { count } from '../../ui/format.ts';
import { ActivityWords } from '../frame/activity.tsx';
import { LOOKS } from '../frame/overall-look.ts';
import { WhatAndWhen } from './what-and-when.tsx';

/** What the guardian looks at right now, or the act under way; always one line, so that nothing moves. */
function Now({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t, i18n } = useTranslation();
  if (snapshot.activity !== null) return <ActivityWords />;
  const { state, detail } = snapshot.watcher;
  return (
    <span title={detail === '' ? undefined : detail}>
      {t(`panel.watcher.${state}`, { count: snapshot.trackedFiles, files: count(snapshot.trackedFiles, i18n.language) })}
    </span>
  );
}

/** The one sentence, and under it always what was checked and when. */
export function Headline({ snapshot }: { snapshot: Snapshot }): ReactNode {
  const { t } = useTranslation();
  const { key, values } = sentenceOf(snapshot);
  const { tone, icon: Icon } = LOOKS[snapshot.overall];
  return (
    <section className="headline" aria-label={t('panel.overview.state')} data-overall={snapshot.overall}>
      <h2 className={`headline-sentence ${tone}`} tabIndex={-1}>
        <Icon size={24} aria-hidden />
        <span>{t(key, values)}</span>
      </h2>
      <p className="soft">
        <WhatAndWhen snapshot={snapshot} />
      </p>
      <p className="soft">
        <Now snapshot={snapshot} />
      </p>
    </section>
  );
}

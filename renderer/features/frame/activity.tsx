import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../../shared/model/sentence.ts';
import { useGuardian } from '../../api/index.ts';
import { count } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';

/** The thin line below the header that shows how far the act under way is. Its room is always kept. */
export function ActivityLine(): ReactNode {
  const { t } = useTranslation();
  const activity = useGuardian((state) => state.snapshot?.activity ?? null);
  return (
    <div className="activity-line">
      {activity === null ? null : (
        <Progress done={activity.done} total={activity.total} label={t(`panel.phase.${activity.phase}`)} />
      )}
    </div>
  );
}

/** The act under way in words: phase, how many of how many, which release. */
export function ActivityWords(): ReactNode {
  const { t, i18n } = useTranslation();
  const activity = useGuardian((state) => state.snapshot?.activity ?? null);
  if (activity === null) return null;
  const { done, total, phase, release } = activity;
  const figures =
    total > 0 ? t('panel.phase.of', { done: count(done, i18n.language), total: count(total, i18n.language) }) : null;
  return <>{[t(`panel.phase.${phase}`), figures, release].filter((part) => part !== null).join(' · ')}</>;
}

/** Tells screen readers of each new phase and of the sentence when it changes, not of each file. */
export function LiveRegion(): ReactNode {
  const { t } = useTranslation();
  const snapshot = useGuardian((state) => state.snapshot);
  if (snapshot === null) return <div className="visually-hidden" aria-live="polite" />;
  const { key, values } = sentenceOf(snapshot);
  const phase = snapshot.activity === null ? '' : t(`panel.phase.${snapshot.activity.phase}`);
  return (
    <div className="visually-hidden" aria-live="polite">
      {t(key, values)} {phase}
    </div>
  );
}

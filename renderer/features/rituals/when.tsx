import { CirclePause, CircleSlash } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Ritual, RitualStanding } from '../../../shared/model/rituals.ts';
import { duration } from '../../ui/format.ts';
import { StatusWord } from '../../ui/status-word.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { scheduleOf, weekdayName } from './schedule.ts';

/** When it comes next; that it is paused or off is said in its place. */
export function Next({ standing }: { standing: RitualStanding }): ReactNode {
  const { t } = useTranslation();
  const { ritual, next, paused, skipNext } = standing;
  if (!ritual.enabled)
    return (
      <StatusWord tone="neutral" icon={CircleSlash}>
        {t('panel.rituals.off')}
      </StatusWord>
    );
  if (paused || next === null)
    return (
      <StatusWord tone="neutral" icon={CirclePause}>
        {t('panel.rituals.paused')}
      </StatusWord>
    );
  return (
    <span>
      <Trans
        i18nKey={skipNext ? 'panel.rituals.nextSkipped' : 'panel.rituals.next'}
        components={{ time: <ClockTime at={next} /> }}
      />
    </span>
  );
}

/** «daily at 03:00» */
export function Schedule({ ritual }: { ritual: Pick<Ritual, 'timing'> }): ReactNode {
  const { t, i18n } = useTranslation();
  const schedule = scheduleOf(ritual.timing);
  switch (schedule.key) {
    case 'daily':
      return t('panel.rituals.daily', { time: schedule.time });
    case 'weekly':
      return t('panel.rituals.weekly', { time: schedule.time, day: weekdayName(schedule.weekday, i18n.language) });
    case 'every':
      return t('panel.rituals.every', { length: duration(schedule.ms, i18n.language) });
    case 'cron':
      return <code translate="no">{schedule.pattern}</code>;
  }
}

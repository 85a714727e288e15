import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, exactTime, relativeTime, useNow } from './format.ts';

interface Props {
  /** Epoch milliseconds. */
  at: number;
}

/** "2 min ago", with the exact time on hover. */
export function RelativeTime({ at }: Props): ReactNode {
  const { i18n } = useTranslation();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at, i18n.language)}>
      {relativeTime(at, now, i18n.language)}
    </time>
  );
}

/** "14:02" for today, "20 Nov, 03:01" before, with the exact time on hover. */
export function ClockTime({ at }: Props): ReactNode {
  const { i18n } = useTranslation();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at, i18n.language)}>
      {clockTime(at, now, i18n.language)}
    </time>
  );
}

import { CircleCheck, CircleDashed, CirclePause, CircleX, HeartPulse, Wrench, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastNight as Night } from '../../../shared/model/alerts.ts';
import { nightLines, type NightLine } from '../../../shared/model/last-night.ts';
import { clockTime, useNow } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';
import { ClockTime } from '../../ui/times.tsx';

const LOOKS: Readonly<Record<NightLine['kind'], { tone: Tone; icon: LucideIcon }>> = {
  done: { tone: 'neutral', icon: Wrench },
  held: { tone: 'asks', icon: CirclePause },
  healed: { tone: 'neutral', icon: HeartPulse },
  failed: { tone: 'harm', icon: CircleX },
  proven: { tone: 'good', icon: CircleCheck },
};

/** After this long it was another night. Milliseconds. */
const STALE_MS = 30 * 3_600_000;

/** The morning report: done, held, healed, failed, proven good; five lines at most. */
export function LastNight({ night }: { night: Night | null }): ReactNode {
  const { t, i18n } = useTranslation();
  const now = useNow();
  if (night === null || now - night.to > STALE_MS) return null;
  const isProven = night.provenAt !== null && night.provenAt >= night.from;
  return (
    <Section
      title={t('panel.overview.lastNight')}
      aside={
        <span className="soft small">
          <ClockTime at={night.to} />
        </span>
      }
    >
      <ul className="plain-list">
        {nightLines(night, (at) => clockTime(at, now, i18n.language)).map(({ kind, phrases }) => (
          <li key={kind} data-night={kind}>
            <StatusWord {...(kind === 'proven' && !isProven ? { tone: 'neutral', icon: CircleDashed } : LOOKS[kind])}>
              {phrases
                .map(({ key, values, names }) => (names === '' ? t(key, values) : `${t(key, values)} (${names})`))
                .join(' · ')}
            </StatusWord>
          </li>
        ))}
      </ul>
    </Section>
  );
}

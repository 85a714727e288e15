import { TrendingUp } from 'lucide-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outlook } from '../../../shared/model/healing.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSaid } from '../../ui/use-said.ts';

/** «in 5 to 9 days»; the end is open where it may also never happen. */
function rangeOf({ fromDays, toDays }: Outlook, t: TFunction): string {
  if (fromDays === null) return '';
  if (toDays === null) return t('panel.health.inDaysAtLeast', { count: fromDays });
  return fromDays === toDays
    ? t('panel.health.inDays', { count: fromDays })
    : t('panel.health.inDaysBetween', { from: fromDays, count: toDays });
}

/** What is to come if things go on, with its honest range, and what can be done about it. */
export function Outlooks({ outlooks }: { outlooks: readonly Outlook[] }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  if (outlooks.length === 0) return null;
  return (
    <Section title={t('panel.health.outlooks')} total={outlooks.length}>
      <ul>
        {outlooks.map((outlook) => (
          <li key={`${outlook.what}${outlook.subject}`} className="finding" data-outlook={outlook.what}>
            <StatusWord tone="asks" icon={TrendingUp}>
              {t(`panel.health.outlook.${outlook.what}`, { subject: outlook.subject, range: rangeOf(outlook, t) })}
            </StatusWord>
            <p className="given small">{said(outlook.details)}</p>
            <p className="small">{t(`panel.health.suggestion.${outlook.what}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

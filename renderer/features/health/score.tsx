import { CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthReport } from '../../../shared/model/healing.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { checkName } from './check-name.ts';

const LOOKS = {
  failed: { tone: 'asks', icon: CircleX },
  'could-not-check': { tone: 'neutral', icon: CircleDashed },
} as const;

/** What the score is made of: the checks that passed of each category, and every one that takes away from it. */
export function Score({ report }: { report: HealthReport }): ReactNode {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const { score, checks } = report;
  const share = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(100 / Math.max(1, checks.length));
  return (
    <Section title={t('panel.health.scoreOf', { value: score.value })}>
      <p className="pad soft small">
        {score.parts
          .map(({ category, passed, failed, unknown }) =>
            t('panel.health.part', { category: t(`health.category.${category}`), passed, total: passed + failed + unknown }),
          )
          .join(' · ')}
      </p>
      <ul>
        {checks.map(({ id, state, details }) =>
          state === 'passed' ? null : (
            <li key={id} className="finding deduction" data-deduction={id}>
              <p className="row-line wrap">
                <span className="points">−{share}</span>
                <StatusWord {...LOOKS[state]}>{checkName(id, t)}</StatusWord>
                <span className="soft small">{t(`health.state.${state}`)}</span>
              </p>
              <p className="given small">{said(details)}</p>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockedCall, Circle } from '../../../shared/model/healing.ts';
import { Section } from '../../ui/section.tsx';
import { RelativeTime } from '../../ui/times.tsx';

/** A way that ends where it began, each step named. */
const Way = ({ steps }: { steps: readonly string[] }): ReactNode => (
  <p className="mono" translate="no">
    {steps.join(' → ')}
  </p>
);

/** Circles of imports and references, and calls among agents that were blocked because they went round. */
export function Circles({ circles, blocked }: { circles: readonly Circle[]; blocked: readonly BlockedCall[] }): ReactNode {
  const { t } = useTranslation();
  if (circles.length + blocked.length === 0) return null;
  return (
    <Section title={t('panel.health.circles')} total={circles.length + blocked.length}>
      <ul>
        {circles.map(({ kind, path }) => (
          <li key={path.join('\n')} className="finding" data-circle={kind}>
            <p className="soft small">{t(`panel.health.circle.${kind}`)}</p>
            <Way steps={[...path, ...path.slice(0, 1)]} />
          </li>
        ))}
        {blocked.map(({ at, chain, cycle }) => (
          <li key={`${at}${chain}`} className="finding" data-circle="calls">
            <p className="soft small">
              {t('panel.health.circle.calls')} · <RelativeTime at={at} />
            </p>
            <Way steps={cycle} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adding, TryOut } from '../../../shared/model/adding.ts';
import { Skeleton } from '../../ui/empty-state.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { Section } from '../../ui/section.tsx';

const WHATS = ['new', 'modified', 'deleted', 'held'] as const;

/** What the first update would do: shown before anything is done. */
export function Tried({ adding: { look, tried }, busy }: { adding: Adding; busy: boolean }): ReactNode {
  const { t } = useTranslation();
  if (tried === null && busy) return <Skeleton rows={4} label={t('panel.adding.looking')} />;
  return (
    <Section title={t('panel.adding.first')}>
      {tried === null ? (
        <p className="pad soft">{t(look.hasSettings ? 'panel.adding.beforeLook' : 'panel.adding.beforeWrite')}</p>
      ) : (
        <Result tried={tried} />
      )}
    </Section>
  );
}

function Result({ tried: { state, reason, counts, files } }: { tried: TryOut }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  if (state === 'no-core') return <p className="pad">{t('panel.adding.nothingWithoutCore')}</p>;
  if (state === 'could-not-check')
    return (
      <div className="state" aria-live="polite">
        <p className="state-title">{t('sentence.could-not-check')}</p>
        <p className="given">{reason === null ? null : said(reason)}</p>
      </div>
    );
  const total = WHATS.reduce((sum, what) => sum + counts[what], 0);
  if (total === 0) return <p className="pad">{t('panel.adding.alike')}</p>;
  return (
    <>
      <p className="pad" aria-live="polite">
        {WHATS.filter((what) => counts[what] > 0)
          .map((what) => t(`panel.adding.count.${what}`, { count: counts[what] }))
          .join(' · ')}
      </p>
      {reason === null ? null : <p className="pad soft">{said(reason)}</p>}
      <ul className="plain-list">
        {files.map(({ path, what }) => (
          <li key={path}>
            <span className="change-type soft">{t(`panel.adding.what.${what}`)}</span>
            <PathText path={path} />
          </li>
        ))}
      </ul>
      {total > files.length ? (
        <p className="pad soft small">{t('panel.adding.andMore', { count: total - files.length })}</p>
      ) : null}
    </>
  );
}

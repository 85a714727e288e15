import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api/index.ts';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { useSettledRevision } from '../constitution/use-settled-revision.ts';
import { QueryError } from '../frame/query-error.tsx';
import { RitualDetail } from './ritual-detail.tsx';
import { RitualRow } from './ritual-row.tsx';

/** Rituals that are written but not read do not run: that is said before those that do. */
function Unread({ problem }: { problem: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="pad">
      <StatusWord tone="asks" icon={TriangleAlert}>
        {t('problem.rituals-unreadable')}
      </StatusWord>
      <p className="given small">{problem}</p>
    </div>
  );
}

/** What is done at which hour: next, last, missed; run now, pause, skip. */
export function RitualsView(): ReactNode {
  const { t } = useTranslation();
  const revision = useSettledRevision();
  const query = useQuery('rituals:list', null, { revision });
  const [name, setName] = useState<string | null>(null);
  const rituals = query.value?.rituals ?? [];
  const selected = rituals.find(({ ritual }) => ritual.name === name) ?? null;
  return (
    <SplitView
      list={
        <>
          <QueryError query={query} />
          {query.value === null && query.error === null ? <Skeleton rows={4} label={t('panel.loading')} /> : null}
          {query.value === null || query.value.problem === null ? null : <Unread problem={query.value.problem} />}
          {query.value !== null && rituals.length === 0 ? (
            <EmptyState title={t('panel.rituals.empty')}>{t('panel.rituals.emptyHow')}</EmptyState>
          ) : null}
          {rituals.length === 0 ? null : (
            <Section title={t('panel.nav.rituals')} total={rituals.length}>
              <ul>
                {rituals.map((standing) => (
                  <RitualRow
                    key={standing.ritual.name}
                    standing={standing}
                    current={standing.ritual.name === name}
                    onSelect={() => setName(standing.ritual.name)}
                  />
                ))}
              </ul>
            </Section>
          )}
        </>
      }
      detail={selected === null ? null : <RitualDetail key={selected.ritual.name} standing={selected} revision={revision} />}
      detailKey={selected?.ritual.name ?? null}
      hint={t('panel.rituals.hint')}
      onBack={() => setName(null)}
    />
  );
}

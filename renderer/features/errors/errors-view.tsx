import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorList } from '../../../shared/model/annealing.ts';
import { useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SplitView } from '../../ui/split-view.tsx';
import { QueryError } from '../frame/query-error.tsx';
import { GroupDetail } from './group-detail.tsx';
import { GroupRow } from './group-row.tsx';
import { NoErrors } from './no-errors.tsx';

const LIMIT = 200;

const nameOf = (list: ErrorList | null, id: number): string =>
  list?.groups.find(({ group }) => group.id === id)?.group.key ?? String(id);

interface ListProps {
  list: ErrorList;
  all: boolean;
  current: number | null;
  onAll: (all: boolean) => void;
  onSelect: (id: number) => void;
}

function List({ list, all, current, onAll, onSelect }: ListProps): ReactNode {
  const { t } = useTranslation();
  const { groups, dsn } = list;
  if (groups.length === 0 && all) return <NoErrors dsn={dsn} />;
  const choices = (
    <fieldset className="actions plain">
      <legend className="visually-hidden">{t('panel.annealing.show')}</legend>
      {[false, true].map((every) => (
        <Button key={String(every)} compact look="quiet" aria-pressed={all === every} onClick={() => onAll(every)}>
          {t(every ? 'panel.annealing.all' : 'panel.annealing.open')}
        </Button>
      ))}
    </fieldset>
  );
  return (
    <Section title={t('panel.annealing.list')} total={groups.length} aside={choices}>
      {groups.length === 0 ? (
        <>
          <p className="pad">{t('panel.annealing.noneOpen')}</p>
          <NoErrors dsn={dsn} />
        </>
      ) : (
        <ul>
          {groups.map((row) => (
            <GroupRow key={row.group.id} row={row} current={row.group.id === current} onSelect={onSelect} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Errors: groups on one side, one of them with everything that is known of it on the other. */
export function ErrorsView(): ReactNode {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const revision = useGuardian(({ snapshot }) => snapshot?.revision ?? 0);
  const list = useQuery('errors:list', { all, limit: LIMIT }, { revision, keep: true });
  const others = list.value?.groups.map(({ group }) => group).filter(({ id }) => id !== current) ?? [];
  return (
    <SplitView
      list={
        <>
          <QueryError query={list} />
          {list.value === null ? (
            list.error === null ? (
              <Skeleton rows={8} label={t('panel.loading')} />
            ) : null
          ) : (
            <List list={list.value} all={all} current={current} onAll={setAll} onSelect={setCurrent} />
          )}
        </>
      }
      detail={
        current === null ? null : (
          <GroupDetail
            key={current}
            id={current}
            name={nameOf(list.value, current)}
            others={others}
            onSelect={setCurrent}
            onChanged={list.reload}
          />
        )
      }
      detailKey={current === null ? null : String(current)}
      hint={t('panel.annealing.hint')}
      onBack={() => setCurrent(null)}
    />
  );
}

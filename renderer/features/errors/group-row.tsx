import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ErrorList } from '../../../shared/model/annealing.ts';
import { Button } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { openRollback } from '../frame/navigation.ts';
import { GroupState } from './group-state.tsx';
import { Sparkline } from './sparkline.tsx';

interface Props {
  row: ErrorList['groups'][number];
  current: boolean;
  onSelect: (id: number) => void;
}

/** One group: state, key, how often and when, and the way back behind the suspect release. */
export function GroupRow({ row: { group, hours }, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  const suspect = group.analysis?.suspect ?? null;
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" data-group={group.id} onClick={() => onSelect(group.id)}>
        <span className="row-line wrap">
          <GroupState state={group.state} />
          <strong>{t('panel.annealing.times', { count: group.count })}</strong>
          <Sparkline hours={hours} />
          <span className="soft small">
            <Trans i18nKey="panel.annealing.last" components={{ time: <RelativeTime at={group.lastSeen} /> }} />
          </span>
        </span>
        <span className="row-line" translate="no">
          {group.key}
        </span>
        <span className="row-line soft small" translate="no">
          {group.message}
        </span>
      </button>
      {suspect === null ? null : (
        <Button compact onClick={() => openRollback({ kind: 'release', release: suspect.release })}>
          {t('panel.annealing.rollBack', { release: suspect.release })}
        </Button>
      )}
    </li>
  );
}

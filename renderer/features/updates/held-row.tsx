import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asksForDecision } from '../../../shared/model/snapshot.ts';
import type { HeldItem, HeldSet } from '../../../shared/model/updates.ts';
import { Button } from '../../ui/button.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { select } from '../frame/navigation.ts';

/** A file that waits: what it is, why it waits, since when, and the way to the decision. */
export function HeldRow({ item, current = false }: { item: HeldItem; current?: boolean }): ReactNode {
  const { t } = useTranslation();
  const open = (): void => select({ kind: 'held', path: item.path });
  const asks = asksForDecision(item) && item.decisions.length > 0;
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={open}>
        <span className="row-line">
          <PathText path={item.path} />
        </span>
        <span className="row-line small">
          <span className={asks ? 'status asks' : 'status neutral'}>
            <Hand size={16} aria-hidden />
            {t(`held.${item.reason}`)}
          </span>
          <span className="soft row-rest">
            <RelativeTime at={item.since} />
          </span>
        </span>
      </button>
      <Button
        compact
        onClick={open}
        aria-label={t(asks ? 'panel.held.compareNamed' : 'panel.held.reviewNamed', { path: item.path })}
      >
        {t(asks ? 'panel.held.compare' : 'panel.held.review')}
      </Button>
    </li>
  );
}

/** A whole set that the brake holds. */
export function HeldSetRow({ set, current = false }: { set: HeldSet; current?: boolean }): ReactNode {
  const { t } = useTranslation();
  const open = (): void => select({ kind: 'held-set' });
  return (
    <li className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={open}>
        <span className="row-line">{t('panel.brake.row', { count: set.files })}</span>
        <span className="row-line small">
          <span className="status asks">
            <Hand size={16} aria-hidden />
            {set.reasons.map(({ reason }) => t(`held.${reason}`)).join(', ')}
          </span>
          <span className="soft row-rest">
            <RelativeTime at={set.since} />
          </span>
        </span>
      </button>
      <Button compact onClick={open} aria-label={t('panel.brake.reviewNamed')}>
        {t('panel.held.review')}
      </Button>
    </li>
  );
}

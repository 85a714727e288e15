import { ArrowDownUp, CircleCheck, HeartPulse, House, Moon, Scale, ScrollText, Settings, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { needsYouCount, type Snapshot } from '../../../shared/model/snapshot.ts';
import { useGuardian } from '../../api/index.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { goTo, placeOf, PLACE_NAMES, useNavigation, type Place } from './navigation.ts';

const ICONS = {
  overview: House,
  updates: ArrowDownUp,
  errors: TriangleAlert,
  environment: CircleCheck,
  health: HeartPulse,
  rituals: Moon,
  constitution: Scale,
  logs: ScrollText,
  settings: Settings,
} as const;

const repeatingErrors = ({ errors }: Pick<Snapshot, 'errors'>): number => errors.recurring + errors.proposed + errors.regressed;

/** What waits for a person in each place: held files on Updates, requests on Constitution. */
function useWaiting(): Partial<Record<Place, { total: number; key: string }>> {
  const approvals = useGuardian(({ snapshot }) => snapshot?.approvals.length ?? 0);
  const held = useGuardian(({ snapshot }) => (snapshot === null ? 0 : needsYouCount({ ...snapshot, approvals: [] })));
  const repeating = useGuardian(({ snapshot }) => (snapshot === null ? 0 : repeatingErrors(snapshot)));
  return {
    errors: { total: repeating, key: 'panel.annealing.waits' },
    updates: { total: held, key: 'sentence.needs-you' },
    constitution: { total: approvals, key: 'panel.governance.waits' },
  };
}

/** The places that exist, each with its name and the count of what waits there. */
export function NavBar(): ReactNode {
  const { t } = useTranslation();
  const here = useNavigation((state) => placeOf(state.view));
  const waiting = useWaiting();
  return (
    <nav className="nav-bar" aria-label={t('panel.nav.label')}>
      {PLACE_NAMES.map((name) => {
        const Icon = ICONS[name];
        const { total, key } = waiting[name] ?? { total: 0, key: '' };
        return (
          <Tooltip key={name} text={t(`panel.nav.${name}`)}>
            <button type="button" aria-current={name === here ? 'page' : undefined} onClick={() => goTo(name)}>
              <Icon size={16} aria-hidden />
              <span className="nav-name">{t(`panel.nav.${name}`)}</span>
              {total > 0 ? (
                <>
                  <span className="nav-count" aria-hidden>
                    {total}
                  </span>
                  <span className="visually-hidden">{t(key, { count: total })}</span>
                </>
              ) : null}
            </button>
          </Tooltip>
        );
      })}
    </nav>
  );
}

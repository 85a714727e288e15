import { Archive, ArrowDownUp, House, Settings, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { needsYouCount } from '../../../shared/model/snapshot.ts';
import { useGuardian } from '../../api/index.ts';
import { goTo, useNavigation, VIEWS } from './navigation.ts';

const ICONS = { overview: House, updates: ArrowDownUp, security: ShieldCheck, archive: Archive, settings: Settings } as const;

/** The views that exist, each with its name. Decisions that wait are counted on Updates. */
export function NavBar(): ReactNode {
  const { t } = useTranslation();
  const view = useNavigation((state) => state.view);
  const waiting = useGuardian(({ snapshot }) => (snapshot === null ? 0 : needsYouCount(snapshot)));
  return (
    <nav className="nav-bar" aria-label={t('panel.nav.label')}>
      {VIEWS.map((name) => {
        const Icon = ICONS[name];
        return (
          <button key={name} type="button" aria-current={name === view ? 'page' : undefined} onClick={() => goTo(name)}>
            <Icon size={16} aria-hidden />
            <span>{t(`panel.nav.${name}`)}</span>
            {name === 'updates' && waiting > 0 ? (
              <>
                <span className="nav-count" aria-hidden>
                  {waiting}
                </span>
                <span className="visually-hidden">{t('sentence.needs-you', { count: waiting })}</span>
              </>
            ) : null}
          </button>
        );
      })}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo, placeOf, useNavigation, viewsOf } from './navigation.ts';

/** The views of a place that has more than one, to go from one to the other. */
export function PlaceViews(): ReactNode {
  const { t } = useTranslation();
  const view = useNavigation((state) => state.view);
  const place = placeOf(view);
  const views = viewsOf(place);
  if (views.length === 1) return null;
  return (
    <nav className="place-views" aria-label={t(`panel.nav.${place}`)}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          className="tab"
          aria-current={name === view ? 'page' : undefined}
          onClick={() => goTo(name)}
        >
          {t(`panel.nav.${name}`)}
        </button>
      ))}
    </nav>
  );
}

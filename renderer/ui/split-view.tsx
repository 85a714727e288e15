import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';

interface Props {
  list: ReactNode;
  /** Null while nothing is selected. */
  detail: ReactNode;
  /** Identity of what is selected; its change moves the focus to the detail's heading. */
  detailKey: string | null;
  /** What the detail side says while nothing is selected. */
  hint: string;
  onBack: () => void;
}

/** List and detail: side by side from 760 px, one after the other below. */
export function SplitView({ list, detail, detailKey, hint, onBack }: Props): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useEffect(() => {
    if (detailKey === null) {
      // Back where the detail was opened from, or a keyboard would begin anew at the top of the page.
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
      cameFrom.current = null;
      return;
    }
    if (!(place.current?.contains(document.activeElement) ?? false)) cameFrom.current = document.activeElement;
    place.current?.scrollTo({ top: 0 });
    place.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [detailKey]);
  return (
    <div className={detail === null ? 'split' : 'split has-detail'}>
      <div className="split-list">{list}</div>
      <div className="split-detail" ref={place}>
        {detail === null ? (
          <p className="split-hint soft">{hint}</p>
        ) : (
          <>
            <div className="split-back">
              <Button compact look="quiet" onClick={onBack}>
                <ChevronLeft size={16} aria-hidden />
                {t('panel.back')}
              </Button>
            </div>
            {detail}
          </>
        )}
      </div>
    </div>
  );
}

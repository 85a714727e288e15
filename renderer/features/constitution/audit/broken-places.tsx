import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { count } from '../../../ui/format.ts';
import { BreakPlace, BreakWord } from './break-words.tsx';
import type { AuditBreak } from './place-breaks.ts';

interface Props {
  breaks: readonly AuditBreak[];
  onShow: (fault: AuditBreak) => void;
  onDetails: (fault: AuditBreak) => void;
}

/** Where the log is broken: one place at a time, in the order of the file, and how many there are. */
export function BrokenPlaces({ breaks, onShow, onDetails }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const [step, setStep] = useState(0);
  const at = step % Math.max(breaks.length, 1);
  const fault = breaks[at];
  if (fault === undefined) return null;
  return (
    <div className="state error places">
      <div aria-live="polite">
        <p>
          <BreakWord fault={fault} />
        </p>
        <p className="small">
          <BreakPlace fault={fault} />
        </p>
      </div>
      <div className="actions">
        <Button compact disabled={fault.number === null} onClick={() => onShow(fault)}>
          {t('panel.governance.audit.breaks.show')}
        </Button>
        <Button compact onClick={() => onDetails(fault)}>
          {t('panel.governance.audit.breaks.details')}
        </Button>
        {breaks.length === 1 ? null : (
          <Button compact onClick={() => setStep(at + 1)}>
            {t('panel.governance.audit.breaks.next', {
              at: count(at + 1, i18n.language),
              all: count(breaks.length, i18n.language),
            })}
          </Button>
        )}
      </div>
      <p className="small">{t('panel.governance.audit.breaks.halted')}</p>
    </div>
  );
}

import { CircleAlert, CircleCheck, CircleX, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { openRollback } from './navigation.ts';
import { dismissOutcome, useOutcome, type Outcome } from './outcome.ts';

const ICONS = { good: CircleCheck, neutral: Info, asks: CircleAlert, harm: CircleX } as const;

function Told({ outcome }: { outcome: Outcome }): ReactNode {
  const { t } = useTranslation();
  const { undo } = outcome;
  return (
    <>
      <div className="outcome-text">
        <StatusWord tone={outcome.tone} icon={ICONS[outcome.tone]}>
          {t(outcome.key, outcome.values)}
        </StatusWord>
        {outcome.reason === null ? null : <p className="soft small">{outcome.reason}</p>}
      </div>
      {undo === null ? null : (
        <Button
          compact
          onClick={() => {
            dismissOutcome();
            openRollback({ kind: 'release', release: undo });
          }}
        >
          {t('panel.undo')}
        </Button>
      )}
    </>
  );
}

/** What the last act came to, over the foot of the view, with its undo. It moves nothing. */
export function OutcomeBar(): ReactNode {
  const { t } = useTranslation();
  const { outcome, failure } = useOutcome();
  const shown = outcome !== null || failure !== null;
  return (
    <div className="outcome-place" aria-live="polite">
      {shown ? (
        <div className="outcome">
          {outcome === null ? null : <Told outcome={outcome} />}
          {failure === null ? null : <ErrorState error={failure} />}
          <IconButton icon={X} label={t('panel.dismiss')} onClick={dismissOutcome} />
        </div>
      ) : null}
    </div>
  );
}

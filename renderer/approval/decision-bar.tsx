import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownApproval } from '../../shared/ipc/approval-contract.ts';
import { Button } from '../ui/button.tsx';
import { ApproveStep } from './approve-step.tsx';
import { DecidedState } from './decided-state.tsx';
import { DenyStep } from './deny-step.tsx';
import { trusted } from './trusted-event.ts';
import { useAttended } from './use-attended.ts';
import { visibleLine } from './visible-text.ts';
import { whyNot } from './why-not.ts';

interface Props {
  shown: ShownApproval;
  expired: boolean;
  readToEnd: boolean;
  toEnd: () => void;
  onDecided: () => void;
  onDeciding: (is: boolean) => void;
  onNext: (() => void) | null;
}

type Step = 'look' | 'approve' | 'deny';

/** The decision, in two steps each way; what has been decided once it is. */
export function DecisionBar({ shown, expired, readToEnd, toEnd, onDecided, onDeciding, onNext }: Props): ReactNode {
  const [step, setStep] = useState<Step>('look');
  const attended = useAttended();
  const { request, consensus, decider } = shown;
  const isOpen = request.state === 'pending' && !expired;
  const reason = whyNot(request, consensus, { expired, attended, decider, readToEnd });
  const here: Step = step === 'approve' && (reason === 'consensus' || reason === 'spoken') ? 'look' : step;
  const deciding = isOpen && here !== 'look';
  useEffect(() => {
    onDeciding(deciding);
    return () => onDeciding(false);
  }, [deciding, onDeciding]);
  const back = (): void => setStep('look');

  return (
    <footer className="approval-bar">
      {!isOpen ? <DecidedState request={request} onNext={onNext} /> : null}
      {isOpen && here === 'look' ? <Look shown={shown} reason={reason} toEnd={toEnd} onStep={setStep} /> : null}
      {isOpen && here === 'approve' ? <ApproveStep shown={shown} reason={reason} onBack={back} onDecided={onDecided} /> : null}
      {isOpen && here === 'deny' ? <DenyStep shown={shown} onBack={back} onDecided={onDecided} /> : null}
    </footer>
  );
}

interface LookProps {
  shown: ShownApproval;
  reason: ReturnType<typeof whyNot>;
  toEnd: () => void;
  onStep: (step: Step) => void;
}

/** The first step: nothing is decided by it. */
function Look({ shown: { consensus }, reason, toEnd, onStep }: LookProps): ReactNode {
  const { t } = useTranslation();
  const missing = consensus?.reasons.map(visibleLine).join(' ') ?? t('approval.consensus.none');
  return (
    <>
      <p className="approval-why" id="why-not" aria-live="polite">
        {reason === null ? null : t(`approval.approve.blocked.${reason}`, { reason: missing })}
        {reason === 'scroll' ? (
          <Button compact look="quiet" onClick={toEnd}>
            {t('approval.toEnd')}
          </Button>
        ) : null}
      </p>
      <div className="approval-actions">
        <Button onClick={() => onStep('deny')}>{t('approval.deny.begin')}</Button>
        <Button disabled={reason !== null} onClick={trusted(() => onStep('approve'))} aria-describedby="why-not">
          {t('approval.approve.begin')}
        </Button>
      </div>
    </>
  );
}

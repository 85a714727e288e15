import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownApproval } from '../../shared/ipc/approval-contract.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from './failure.tsx';
import { RequestHash } from './request-hash.tsx';
import { trusted } from './trusted-event.ts';
import { useSettled } from './use-attended.ts';
import { useDecision } from './use-decision.ts';
import { visibleLine } from './visible-text.ts';
import { isConfirmed, mustType, TYPED, type WhyNot } from './why-not.ts';

interface Props {
  shown: ShownApproval;
  reason: WhyNot;
  onBack: () => void;
  onDecided: () => void;
}

/** The second step: what is approved is named once more, typed where the risk is high, and the button waits until it was read. */
export function ApproveStep({ shown: { request, decider }, reason, onBack, onDecided }: Props): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const settled = useSettled();
  const { busy, error, decide } = useDecision('approval:approve', onDecided);
  const field = useId();
  const promise = useId();
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.focus(), []);

  const { id, contentHash } = request;
  const typing = mustType(request);
  const confirmed = !typing || isConfirmed(contentHash, typed);
  const wrong = typing && typed.trim() !== '' && !contentHash.startsWith(typed.trim().toLowerCase());
  const approve = trusted(() => void decide({ id, contentHash, confirm: typing ? typed : contentHash.slice(0, TYPED) }));
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onBack();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- Escape is a short cut for Back
    <div role="group" aria-label={t('approval.approve.confirm')} className="approval-step" onKeyDown={onKey}>
      {error === null ? null : <Failure title={t('approval.failed.title')} error={error} />}
      <p className="approval-named" ref={typing ? undefined : (first as React.RefObject<HTMLParagraphElement>)} tabIndex={-1}>
        {visibleLine(request.summary)}
      </p>
      <RequestHash hash={contentHash} />
      {typing ? (
        <div className="approval-typing">
          <label htmlFor={field}>{t('approval.approve.type', { count: TYPED })}</label>
          <input
            id={field}
            ref={first as React.RefObject<HTMLInputElement>}
            className="field mono"
            value={typed}
            maxLength={64}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={wrong}
            aria-describedby={promise}
            onChange={(event) => setTyped(event.target.value)}
          />
          <output className="status asks">{wrong ? t('approval.approve.mismatch') : null}</output>
        </div>
      ) : null}
      <p className="soft small" id={promise}>
        {reason === null
          ? t('approval.approve.promise', { name: visibleLine(decider) })
          : t(`approval.approve.blocked.${reason}`, { reason: '' })}
      </p>
      <div className="approval-actions">
        <Button onClick={onBack} disabled={busy}>
          {t('approval.approve.back')}
        </Button>
        <Button
          look="primary"
          disabled={busy || !settled || !confirmed || reason !== null}
          onClick={approve}
          aria-describedby={promise}
        >
          {busy ? t('approval.approve.working') : t('approval.approve.confirm')}
        </Button>
      </div>
    </div>
  );
}

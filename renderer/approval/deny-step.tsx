import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownApproval } from '../../shared/ipc/approval-contract.ts';
import { Button } from '../ui/button.tsx';
import { Failure } from './failure.tsx';
import { trusted } from './trusted-event.ts';
import { useDecision } from './use-decision.ts';

interface Props {
  shown: ShownApproval;
  onBack: () => void;
  onDecided: () => void;
}

const LONGEST_REASON = 2000;

/** A refusal with its reason. It needs no waiting and no typing of hashes: it is the safe side. */
export function DenyStep({ shown: { request }, onBack, onDecided }: Props): ReactNode {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const { busy, error, decide } = useDecision('approval:deny', onDecided);
  const field = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { id, contentHash } = request;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onBack();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role -- Escape is a short cut for Back
    <div role="group" aria-label={t('approval.deny.confirm')} className="approval-step" onKeyDown={onKey}>
      {error === null ? null : <Failure title={t('approval.failed.denyTitle')} error={error} />}
      <label htmlFor={field}>{t('approval.deny.reason')}</label>
      <textarea
        id={field}
        ref={first}
        className="field approval-reason"
        rows={2}
        maxLength={LONGEST_REASON}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="approval-actions">
        <Button onClick={onBack} disabled={busy}>
          {t('approval.approve.back')}
        </Button>
        <Button look="primary" disabled={busy} onClick={trusted(() => void decide({ id, contentHash, reason }))}>
          {busy ? t('approval.deny.working') : t('approval.deny.confirm')}
        </Button>
      </div>
    </div>
  );
}

import { Ban, Check, CircleSlash, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ApprovalRequest } from '../../shared/model/governance.ts';
import { Button } from '../ui/button.tsx';
import { StatusWord } from '../ui/status-word.tsx';
import { RelativeTime } from '../ui/times.tsx';
import { ask } from './bridge.ts';
import { visibleLine } from './visible-text.ts';

const ICONS: Readonly<Record<Exclude<ApprovalRequest['state'], 'pending'>, LucideIcon>> = {
  approved: Check,
  used: Check,
  denied: Ban,
  expired: CircleSlash,
};

/** What became of the request. One that waits no more, though nobody decided, has expired. */
export function DecidedState({ request, onNext }: { request: ApprovalRequest; onNext: (() => void) | null }): ReactNode {
  const { t } = useTranslation();
  const place = useRef<HTMLOutputElement>(null);
  useEffect(() => place.current?.focus(), []);
  const state = request.state === 'pending' ? 'expired' : request.state;
  const name = visibleLine(request.decidedBy ?? '');
  return (
    <div className="approval-step">
      <output className="approval-outcome" tabIndex={-1} ref={place} data-state={state}>
        <StatusWord tone="neutral" icon={ICONS[state]}>
          <strong>{t(`approval.state.${state}`)}</strong>
        </StatusWord>
        <span>
          <Trans
            i18nKey={`approval.decided.${state}`}
            values={{ name }}
            components={{ time: <RelativeTime at={request.validUntil ?? request.expiresAt} /> }}
          />
        </span>
        {request.reason === null || request.reason === '' ? null : (
          <span className="given">{t('approval.decided.reason', { reason: visibleLine(request.reason) })}</span>
        )}
      </output>
      <div className="approval-actions">
        <Button onClick={() => void ask('approval:close', null)}>{t('approval.decided.close')}</Button>
        {onNext === null ? null : (
          <Button look="primary" onClick={onNext}>
            {t('approval.decided.next')}
          </Button>
        )}
      </div>
    </div>
  );
}

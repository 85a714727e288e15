import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AuditStatus } from '../../../../shared/model/audit.ts';
import type { Act } from '../../../api/index.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { bytes, duration } from '../../../ui/format.ts';
import { Progress } from '../../../ui/progress.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { UNCHECKED } from '../structures/verdict.tsx';

const LOOKS = {
  none: UNCHECKED,
  never: UNCHECKED,
  intact: { tone: 'good', icon: CircleCheck },
  broken: { tone: 'harm', icon: CircleX },
  unchecked: UNCHECKED,
} as const;

/** When and how thoroughly the log was looked at; what that took is shown on hover. */
function When({ status }: { status: AuditStatus }): ReactNode {
  const { t, i18n } = useTranslation();
  const { verified, state, entries } = status;
  const extent = t('panel.governance.audit.entries', { count: entries });
  if (verified === null) return `${t('panel.governance.audit.neverVerified')}, ${extent}`;
  const key = state === 'unchecked' ? 'panel.governance.audit.tried' : 'panel.governance.audit.verified';
  const took = { size: bytes(verified.bytes, i18n.language), duration: duration(verified.durationMs, i18n.language) };
  const told = verified.level === 'quick' ? t('panel.governance.audit.quickWhat') : t('panel.governance.audit.extent', took);
  return (
    <span title={told}>
      <Trans i18nKey={key} components={{ time: <RelativeTime at={verified.at} /> }} /> (
      {t(`panel.governance.audit.level.${verified.level}`)}), {extent}
    </span>
  );
}

interface Props {
  status: AuditStatus;
  verify: Act<'audit:verify'>;
  onVerify: () => void;
}

/** Whether the log verifies, when that was looked at and how thoroughly, and the way to look again. */
export function LogStatus({ status, verify, onVerify }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="judged">
      <div className="judged-head">
        <p aria-live="polite">
          <StatusWord {...LOOKS[status.state]}>
            {t(`panel.governance.audit.state.${status.state}`, { count: status.breaks.length })}
          </StatusWord>
        </p>
        <Button compact disabled={verify.busy} onClick={onVerify}>
          {t(verify.busy ? 'panel.governance.audit.verifying' : 'panel.governance.audit.verify')}
        </Button>
      </div>
      <p className="small soft">
        <When status={status} />
      </p>
      <div className="thin-progress">
        {verify.busy ? <Progress done={0} total={0} label={t('panel.governance.audit.verifying')} /> : null}
      </div>
      {verify.error === null ? null : <ErrorState error={verify.error} onRetry={onVerify} />}
      {status.reason === '' ? null : (
        <div className="state unknown">
          <p>{t('panel.governance.audit.breaks.halted')}</p>
          <p className="given small">{status.reason}</p>
        </div>
      )}
    </div>
  );
}

/** The line that leads to the log as a whole, and says what of it asks for a look. */
export function LogRow({
  status,
  current,
  onSelect,
}: {
  status: AuditStatus;
  current: boolean;
  onSelect: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { checkpoint, openActs, owed } = status;
  const asks = [
    ...(openActs.length === 0 ? [] : [t('panel.governance.audit.open', { count: openActs.length })]),
    ...(owed === 0 ? [] : [t('panel.governance.audit.owed', { count: owed })]),
    ...(checkpoint.problem === null ? [] : [t('panel.governance.audit.checkpointProblem')]),
  ];
  const place =
    checkpoint.folder === null
      ? t('panel.governance.audit.checkpointsStay')
      : t('panel.governance.audit.checkpointsTo', { folder: checkpoint.folder });
  return (
    <div className="row" aria-current={current || undefined}>
      <button type="button" className="row-main" onClick={onSelect}>
        <span className="row-line">{t('panel.governance.audit.about')}</span>
        <span className="row-line small">
          {asks.length === 0 ? (
            <span className="soft row-rest">
              {t('panel.governance.audit.checkpoints')}: {place}
            </span>
          ) : (
            <>
              <StatusWord tone="asks" icon={TriangleAlert}>
                {asks[0]}
              </StatusWord>
              <span className="row-rest asks">{asks.slice(1).join(' · ')}</span>
            </>
          )}
        </span>
      </button>
    </div>
  );
}

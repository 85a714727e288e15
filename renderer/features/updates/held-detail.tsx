import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { HeldDecision, HeldItem } from '../../../shared/model/updates.ts';
import { useAct, useGuardian } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Diff } from '../../ui/diff/diff-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { select } from '../frame/navigation.ts';
import { outcomeOfCycle, showOutcome } from '../frame/outcome.ts';

function Decisions({ item }: { item: HeldItem }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('updates:decide');
  const decide = async (decision: HeldDecision): Promise<void> => {
    const { path, sourceHash, localHash } = item;
    const result = await act.run({ path, sourceHash, localHash, decision });
    if (result === null) return;
    const taken = outcomeOfCycle(result);
    const settled = result.reason === null && (result.status === 'NO_UPDATES' || result.status === 'HELD');
    const kept = decision === 'keep-local' && settled;
    showOutcome(kept ? { ...taken, key: 'panel.outcome.kept', values: {}, tone: 'good' } : taken);
    select(null);
  };
  if (item.decisions.length === 0) return <p>{t('panel.held.onlyCore')}</p>;
  return (
    <>
      <div className="actions">
        {item.decisions.map((decision) => (
          <Button key={decision} disabled={act.busy} onClick={() => void decide(decision)}>
            {t(`panel.held.decision.${decision}`)}
          </Button>
        ))}
      </div>
      <p className="soft small">{t('panel.held.promise')}</p>
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
    </>
  );
}

/** One held file: why it waits, both contents compared, and the decisions that make sense. */
export function HeldDetail({ path }: { path: string }): ReactNode {
  const { t } = useTranslation();
  const said = useSaid();
  const item = useGuardian(({ snapshot }) => snapshot?.held.find((held) => held.path === path));
  if (item === undefined) return <EmptyState title={t('panel.held.gone')}>{t('panel.held.goneWhy')}</EmptyState>;
  const comparable = item.sourceHash !== null || item.localHash !== null;
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={path} copy />
      </h2>
      <p>
        <strong>{t(`held.${item.reason}`)}</strong>{' '}
        <span className="soft">
          <Trans i18nKey="panel.held.since" components={{ time: <RelativeTime at={item.since} /> }} />
        </span>
      </p>
      {item.detail === '' ? null : <p className="given">{said(item.detail)}</p>}
      <Decisions item={item} key={`${item.sourceHash}${item.localHash}`} />
      {comparable ? <Diff request={{ kind: 'held', path }} key={`diff${item.sourceHash}${item.localHash}`} /> : null}
    </article>
  );
}

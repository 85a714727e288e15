import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { CycleResult, HeldSet, UpdateEntry } from '../../../shared/model/updates.ts';
import { useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { Section } from '../../ui/section.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { select } from '../frame/navigation.ts';
import { outcomeOfCycle, showOutcome } from '../frame/outcome.ts';

function Entries({ title, entries }: { title: string; entries: readonly UpdateEntry[] }): ReactNode {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <Section title={title} total={entries.length}>
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.relative_path}>
            <span className="change-type soft">{t(`panel.change.${entry.type}`)}</span>
            <PathText path={entry.relative_path} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The files that the release of the brake would change, and those that stay held: seen before the button works. */
function Plan({ plan }: { plan: CycleResult }): ReactNode {
  const { t } = useTranslation();
  const stays = (entry: UpdateEntry): boolean => entry.status === 'HELD';
  return (
    <>
      <Entries title={t('panel.brake.plan')} entries={plan.entries.filter((entry) => !stays(entry))} />
      <Entries title={t('panel.brake.staysHeld')} entries={plan.entries.filter(stays)} />
    </>
  );
}

function Release({ set, plan }: { set: HeldSet; plan: CycleResult | null }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('updates:releaseBrake');
  // The token of the plan that is on the screen: a set that changed meanwhile is refused by the guardian.
  const token = plan?.heldSet?.token ?? null;
  const release = async (): Promise<void> => {
    if (token === null) return;
    const result = await act.run({ token });
    if (result === null) return;
    showOutcome(outcomeOfCycle(result));
    select(null);
  };
  return (
    <>
      <div className="actions">
        <Button look="primary" disabled={token === null || act.busy} onClick={() => void release()}>
          {t('panel.brake.release', { count: plan?.heldSet?.files ?? set.files })}
        </Button>
      </div>
      <p className="soft small">{t('panel.brake.promise')}</p>
      {act.error === null ? null : <ErrorState error={act.error} onRetry={act.clear} />}
    </>
  );
}

/** A set that the brake holds: the reasons, the plan, and then the button. */
export function HeldSetDetail(): ReactNode {
  const { t } = useTranslation();
  const set = useGuardian(({ snapshot }) => snapshot?.heldSet ?? null);
  const plan = useQuery('updates:plan', null);
  if (set === null) return <EmptyState title={t('panel.held.gone')}>{t('panel.held.goneWhy')}</EmptyState>;
  const outdated = plan.value !== null && plan.value.heldSet?.token !== set.token;
  return (
    <article className="detail">
      <h2 tabIndex={-1}>{t('panel.brake.title', { count: set.files })}</h2>
      <p className="soft">
        <Trans i18nKey="panel.held.since" components={{ time: <RelativeTime at={set.since} /> }} />
      </p>
      <ul className="reasons">
        {set.reasons.map(({ reason, detail }) => (
          <li key={reason}>
            <strong>{t(`held.${reason}`)}</strong>
            {detail === '' ? null : <p className="given">{detail}</p>}
          </li>
        ))}
      </ul>
      {outdated ? (
        <EmptyState
          title={t('panel.brake.outdated')}
          actions={
            <Button compact onClick={plan.reload}>
              {t('panel.brake.planAgain')}
            </Button>
          }
        />
      ) : (
        <Release set={set} plan={plan.value} />
      )}
      {plan.error === null ? null : <ErrorState error={plan.error} onRetry={plan.reload} />}
      {plan.loading && plan.error === null ? <Skeleton rows={6} label={t('panel.loading')} /> : null}
      {plan.value === null ? null : <Plan plan={plan.value} />}
    </article>
  );
}

import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingApproval } from '../../shared/model/governance.ts';
import { EmptyState, Skeleton } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { hear } from './bridge.ts';
import { Failure } from './failure.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { useRequest } from './use-request.ts';
import { useScreen } from './use-screen.ts';

/** The request that is looked at. Whoever asks for another one meanwhile does not take it away from under a decision. */
function useChosen(waiting: readonly WaitingApproval[], wanted: number | null, loaded: boolean) {
  const [chosen, choose] = useState<number | null>(null);
  const deciding = useRef(false);
  const first = wanted ?? waiting[0]?.id ?? null;
  // Kept from then on: a request that was just decided stays, with what became of it.
  if (loaded && chosen === null && first !== null) choose(first);
  useEffect(
    () =>
      hear('wanted', (id) => {
        if (!deciding.current) choose(id);
      }),
    [],
  );
  const onDeciding = useCallback((is: boolean) => {
    deciding.current = is;
  }, []);
  return { chosen, choose, onDeciding };
}

/** The approval window: what waits on the left when there is more than one thing, the request, and the decision below it. */
export function ApprovalApp(): ReactNode {
  const { t } = useTranslation();
  const { screen, turn, error } = useScreen();
  const waiting = screen?.waiting ?? [];
  const { chosen, choose, onDeciding } = useChosen(waiting, screen?.wanted ?? null, screen !== null);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((n) => n + 1), []);
  const { shown, error: missing } = useRequest(chosen, turn + round);

  if (error !== null) return <Failure title={t('approval.failed.showTitle')} error={error} />;
  if (screen === null) return <Skeleton rows={6} label={t('approval.loading')} />;
  const others = waiting.filter(({ id }) => id !== chosen);
  const next = others[0]?.id;
  return (
    <div className={others.length > 0 ? 'approval with-list' : 'approval'}>
      {others.length > 0 ? <RequestList waiting={waiting} chosen={chosen} onChoose={choose} /> : null}
      <main aria-label={t('approval.title', { workspace: screen.workspace.name })}>
        <ErrorBoundary key={chosen}>
          {missing !== null ? <Failure title={t('approval.failed.showTitle')} error={missing} /> : null}
          {chosen === null ? <EmptyState title={t('approval.empty.title')}>{t('approval.empty.how')}</EmptyState> : null}
          {chosen !== null && missing === null && shown === null ? <Skeleton rows={6} label={t('approval.loading')} /> : null}
          {shown === null ? null : (
            <RequestDetail
              key={`${shown.request.id}:${shown.request.contentHash}`}
              shown={shown}
              onDecided={reload}
              onDeciding={onDeciding}
              onNext={next === undefined ? null : () => choose(next)}
            />
          )}
        </ErrorBoundary>
      </main>
    </div>
  );
}

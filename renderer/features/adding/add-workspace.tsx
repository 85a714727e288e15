import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Adding } from '../../../shared/model/adding.ts';
import { useAct, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { QueryError } from '../frame/query-error.tsx';
import { closeAdding } from '../frame/navigation.ts';
import { ChooseCore } from './choose-core.tsx';
import { ChooseWorkspace } from './choose-workspace.tsx';
import { Found } from './found.tsx';
import { Tried } from './tried.tsx';

/**
 * The way of a folder to a guarded workspace: chosen, looked at, tried out, begun. Each step says what it does before it does it.
 * `first`: there is no workspace yet, and nothing to go back to.
 */
export function AddWorkspace({ first }: { first: boolean }): ReactNode {
  const { t } = useTranslation();
  const known = useQuery('adding:state', null);
  if (known.loading) return <Skeleton rows={6} label={t('panel.loading')} />;
  if (known.error !== null) return <QueryError query={known} />;
  return <Steps known={known.value} first={first} />;
}

function Steps({ known, first }: { known: Adding | null; first: boolean }): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(known);
  const choose = useAct('adding:choose');
  const core = useAct('adding:core');
  const tryOut = useAct('adding:tryOut');
  const begin = useAct('adding:begin');
  const cancel = useAct('adding:cancel');
  const acts = [choose, core, tryOut, begin, cancel];
  const busy = acts.some((act) => act.busy);
  const failed = acts.find((act) => act.error !== null);

  const take = async (answer: Promise<Adding | null>): Promise<void> => {
    for (const act of acts) act.clear();
    const next = await answer;
    if (next !== null) setAdding(next);
  };
  const giveUp = async (): Promise<void> => {
    await cancel.run(null);
    setAdding(null);
    closeAdding();
  };
  const start = async (): Promise<void> => {
    if ((await begin.run(null)) !== null) closeAdding();
  };

  return (
    <div className="column" data-step={stepOf(adding)}>
      <ChooseWorkspace first={first} adding={adding} busy={busy} onChoose={(what) => void take(choose.run({ what }))} />
      {adding === null ? null : (
        <>
          <Found look={adding.look} />
          <ChooseCore adding={adding} busy={busy} onChoose={(which) => void take(core.run({ which }))} />
          <Tried adding={adding} busy={tryOut.busy} />
        </>
      )}
      {failed?.error ? <ErrorState error={failed.error} onRetry={failed.clear} /> : null}
      <div className="pad actions adding-acts">
        {adding === null ? null : adding.tried === null ? (
          <Button look="primary" disabled={busy} onClick={() => void take(tryOut.run(null))}>
            {t('panel.adding.tryOut')}
          </Button>
        ) : (
          <>
            <Button look="primary" disabled={busy} onClick={() => void start()}>
              {t('panel.adding.begin')}
            </Button>
            <Button disabled={busy} onClick={() => void take(tryOut.run(null))}>
              {t('panel.adding.tryAgain')}
            </Button>
          </>
        )}
        {first && adding === null ? null : (
          <Button disabled={busy} onClick={() => void giveUp()}>
            {t('panel.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

const stepOf = (adding: Adding | null): string => (adding === null ? 'choose' : adding.tried === null ? 'look' : 'begin');

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppUpdate } from '../../../shared/model/app-update.ts';
import { listen, useAct, useGuardian, useQuery } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { bytes, exactTime } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { useSaid } from '../../ui/use-said.ts';
import { QueryError } from '../frame/query-error.tsx';

/** Updates of Nightguard itself: how it stands, and the one thing that can be done next. */
export function AppUpdateSection(): ReactNode {
  const { t } = useTranslation();
  const asked = useQuery('appUpdate:state', null);
  const [pushed, setPushed] = useState<AppUpdate | null>(null);
  useEffect(() => listen('appUpdate', setPushed), []);
  const update = pushed ?? asked.value;
  return (
    <Section title={t('panel.appUpdate.title')}>
      <div className="pad">
        <QueryError query={asked} />
        {update === null ? <Skeleton rows={2} label={t('panel.loading')} /> : <State update={update} />}
      </div>
    </Section>
  );
}

function State({ update }: { update: AppUpdate }): ReactNode {
  const { t, i18n } = useTranslation();
  const said = useSaid();
  const running = useGuardian(({ info }) => info?.version ?? '');
  const { state, version, bytes: size, percent, checkedAt, reason, takenBack } = update;
  const values = {
    running,
    version: version ?? '',
    size: size === null ? '' : bytes(size, i18n.language),
    percent: percent ?? 0,
    time: checkedAt === null ? '' : exactTime(checkedAt, i18n.language),
  };
  return (
    <>
      <p aria-live="polite">{t(`panel.appUpdate.state.${state}`, values)}</p>
      {reason === null ? null : <p className="given small">{said(reason)}</p>}
      {takenBack === null ? null : (
        <p className="soft small">
          {t('panel.appUpdate.takenBack', { version: takenBack.version })} {said(takenBack.reason)}
        </p>
      )}
      <Next state={state} version={version ?? ''} />
    </>
  );
}

/** Nothing is downloaded or installed that was not asked for. */
function Next({ state, version }: Pick<AppUpdate, 'state'> & { version: string }): ReactNode {
  const { t } = useTranslation();
  const acts = {
    look: useAct('appUpdate:look'),
    download: useAct('appUpdate:download'),
    restart: useAct('appUpdate:restart'),
  };
  const next = NEXT[state];
  const failed = Object.values(acts).find(({ error }) => error !== null);
  return (
    <>
      {failed?.error ? <ErrorState error={failed.error} onRetry={failed.clear} /> : null}
      {next === null ? null : (
        <Button compact disabled={acts[next].busy} onClick={() => void acts[next].run(null)}>
          {t(`panel.appUpdate.${next}`, { version })}
        </Button>
      )}
    </>
  );
}

const NEXT: Readonly<Record<AppUpdate['state'], 'look' | 'download' | 'restart' | null>> = {
  off: null,
  managed: null,
  unknown: 'look',
  looking: null,
  'up-to-date': 'look',
  'could-not-check': 'look',
  available: 'download',
  downloading: null,
  ready: 'restart',
  restarting: null,
};

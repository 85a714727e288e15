import { CircleCheck, CircleDashed, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ChannelStanding } from '../../../shared/model/alerts.ts';
import { useAct } from '../../api/index.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusWord, type Tone } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';
import { showFailure, showOutcome } from '../frame/outcome.ts';

const LOOKS: Readonly<Record<ChannelStanding['state'], { tone: Tone; icon: LucideIcon }>> = {
  works: { tone: 'good', icon: CircleCheck },
  unproven: { tone: 'neutral', icon: CircleDashed },
  waiting: { tone: 'asks', icon: LoaderCircle },
  dead: { tone: 'harm', icon: CircleX },
};

function Channel({ channel }: { channel: ChannelStanding }): ReactNode {
  const { t } = useTranslation();
  const act = useAct('alerts:test');
  const { id, state, from, lastSentAt, waiting, error } = channel;
  const verb = t(act.busy ? 'panel.alerts.testing' : 'panel.alerts.test');
  const test = async (): Promise<void> => {
    const [result] = (await act.run({ channel: id })) ?? [];
    if (result === undefined) return;
    const key = result.delivered ? 'panel.alerts.delivered' : 'panel.alerts.notDelivered';
    const tone = result.delivered ? 'good' : 'harm';
    showOutcome({ key, values: { channel: id }, undo: null, tone, reason: result.delivered ? null : result.error });
  };
  useEffect(() => {
    if (act.error !== null) showFailure(act.error);
  }, [act.error]);
  return (
    <li className="row" data-channel={id}>
      <div className="row-text">
        <p className="row-line wrap">
          <strong translate="no">{id}</strong>
          <StatusWord {...LOOKS[state]}>{t(`panel.alerts.channel.${state}`)}</StatusWord>
        </p>
        <p className="soft small">
          {t('panel.alerts.from', { severity: t(`alerts.severity.${from}`) })}
          {lastSentAt === null ? null : (
            <>
              {' · '}
              <Trans i18nKey="panel.alerts.lastSent" components={{ time: <RelativeTime at={lastSentAt} /> }} />
            </>
          )}
          {waiting === 0 ? '' : ` · ${t('panel.alerts.waiting', { count: waiting })}`}
        </p>
        {error === '' || state === 'works' ? null : <p className="given small">{error}</p>}
      </div>
      <Button
        compact
        disabled={act.busy}
        onClick={() => void test()}
        aria-label={t('panel.alerts.named', { act: verb, name: id })}
      >
        {verb}
      </Button>
    </li>
  );
}

/** Where messages go, and whether they arrive. */
export function Channels({ channels }: { channels: readonly ChannelStanding[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.alerts.channels')}>
      <ul>
        {channels.map((channel) => (
          <Channel key={channel.id} channel={channel} />
        ))}
      </ul>
      <p className="pad soft small">{t('panel.alerts.channelsHow')}</p>
    </Section>
  );
}

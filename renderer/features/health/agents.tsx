import { CircleCheck, CircleDashed, CirclePause, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AgentStanding } from '../../../shared/model/healing.ts';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';
import { RelativeTime } from '../../ui/times.tsx';

const LOOKS = {
  active: { tone: 'good', icon: CircleCheck },
  idle: { tone: 'neutral', icon: CirclePause },
  silent: { tone: 'asks', icon: CircleX },
  stuck: { tone: 'asks', icon: CircleX },
  unknown: { tone: 'neutral', icon: CircleDashed },
} as const;

/** Agents of the hub: at work, idle, silent or stuck, and at what. */
export function Agents({ agents }: { agents: readonly AgentStanding[] }): ReactNode {
  const { t } = useTranslation();
  if (agents.length === 0) return null;
  return (
    <Section title={t('panel.health.agents')} total={agents.length}>
      <ul>
        {agents.map(({ id, name, state, lastSeenAt, task }) => (
          <li key={id} className="finding" data-agent={id}>
            <p className="row-line wrap">
              <strong translate="no">{name === '' ? id : name}</strong>
              <StatusWord {...LOOKS[state]}>{t(`health.agent.${state}`)}</StatusWord>
              <span className="soft small">
                {lastSeenAt === null ? (
                  t('panel.health.neverSeen')
                ) : (
                  <Trans i18nKey="panel.health.seen" components={{ time: <RelativeTime at={lastSeenAt} /> }} />
                )}
              </span>
            </p>
            {task === null ? null : <p className="given small">{task}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

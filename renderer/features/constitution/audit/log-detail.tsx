import { Activity, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditStatus } from '../../../../shared/model/audit.ts';
import { Command } from '../../../ui/command.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { count } from '../../../ui/format.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';

function Checkpoints({ checkpoint }: Pick<AuditStatus, 'checkpoint'>): ReactNode {
  const { t } = useTranslation();
  const { at, folder, problem } = checkpoint;
  return (
    <Section title={t('panel.governance.audit.checkpoints')}>
      <div className="pad stack">
        <p>
          {folder === null ? t('panel.governance.audit.checkpointsStay') : t('panel.governance.audit.checkpointsTo', { folder })}{' '}
          <span className="soft">
            · {t('panel.governance.audit.lastCheckpoint')}:{' '}
            {at === null ? t('panel.governance.audit.noCheckpoint') : <RelativeTime at={at} />}
          </span>
        </p>
        {folder === null ? <p className="soft">{t('panel.governance.audit.checkpointsWhy')}</p> : null}
        <p>
          <Command text={commands.checkpoint()} />
        </p>
        {problem === null ? null : (
          <>
            <StatusWord tone="asks" icon={TriangleAlert}>
              {t('panel.governance.audit.checkpointProblem')}
            </StatusWord>
            <p className="given small">{problem}</p>
          </>
        )}
      </div>
    </Section>
  );
}

function OpenActs({ acts }: { acts: AuditStatus['openActs'] }): ReactNode {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  return (
    <Section title={t('panel.governance.audit.openActs')} total={acts.length}>
      <p className="pad soft">{t('panel.governance.audit.openActsWhy')}</p>
      <ul>
        {acts.map((act) => (
          <li key={act.number} className="finding">
            <p className="row-line wrap">
              <code translate="no">{act.type}</code>
              <PathText path={act.target} />
              {act.interrupted ? (
                <StatusWord tone="asks" icon={TriangleAlert}>
                  {t('panel.governance.audit.interrupted')}
                </StatusWord>
              ) : (
                <StatusWord tone="neutral" icon={Activity}>
                  {t('panel.governance.audit.underWay')}
                </StatusWord>
              )}
              <span className="soft">
                <RelativeTime at={act.at} /> · {act.actor}
              </span>
            </p>
            {act.paths.map((path) => (
              <p key={path} className="small">
                <PathText path={path} />
              </p>
            ))}
            {act.interrupted ? (
              <>
                <p className="soft small next">{t('panel.governance.audit.acknowledge')}</p>
                <p>
                  <Command text={commands.acknowledgeAct(act.number)} />
                </p>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The log as a whole: where it is, where its checkpoints go, what was begun and not ended, what it is owed. */
export function LogDetail({ status }: { status: AuditStatus }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <article className="detail">
      <h2 tabIndex={-1}>{t('panel.governance.audit.about')}</h2>
      <Facts
        facts={[
          [t('panel.governance.audit.file'), status.file === null ? null : <PathText key="file" path={status.file} copy />],
          [t('panel.governance.audit.segments'), count(status.segments, i18n.language)],
          [
            t('panel.governance.audit.end'),
            status.hash === null ? t('panel.governance.audit.noEnd') : <code key="hash">{status.hash}</code>,
          ],
        ]}
      />
      <Checkpoints checkpoint={status.checkpoint} />
      <OpenActs acts={status.openActs} />
      {status.owed === 0 ? null : (
        <Section title={t('panel.governance.audit.owed')} total={status.owed}>
          <p className="pad soft">{t('panel.governance.audit.owedWhy')}</p>
        </Section>
      )}
    </article>
  );
}

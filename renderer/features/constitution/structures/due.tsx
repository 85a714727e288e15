import { Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { DueDissolution } from '../../../../shared/model/governance.ts';
import { Command } from '../../../ui/command.tsx';
import { PathText } from '../../../ui/path-text.tsx';
import { Section } from '../../../ui/section.tsx';
import { StatusWord } from '../../../ui/status-word.tsx';
import { RelativeTime } from '../../../ui/times.tsx';
import { commands } from '../commands.ts';

const Since = ({ at }: { at: number }): ReactNode => (
  <Trans i18nKey="panel.governance.due.since" components={{ time: <RelativeTime at={at} /> }} />
);

interface Props {
  due: readonly DueDissolution[];
  current: string | null;
  onSelect: (structure: string) => void;
}

/** Structures whose time has come by their own DNA. */
export function Due({ due, current, onSelect }: Props): ReactNode {
  const { t } = useTranslation();
  if (due.length === 0) return null;
  return (
    <Section title={t('panel.governance.due.title')} total={due.length}>
      <ul>
        {due.map(({ structure, since }) => (
          <li key={structure} className="row" aria-current={structure === current || undefined}>
            <button type="button" className="row-main" onClick={() => onSelect(structure)}>
              <span className="row-line">
                <PathText path={structure} />
              </span>
              <span className="row-line small">
                <StatusWord tone="asks" icon={Hourglass}>
                  <Since at={since} />
                </StatusWord>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One of them: why, and the commands that show and ask for its dissolution. */
export function DueDetail({ due }: { due: DueDissolution }): ReactNode {
  const { t } = useTranslation();
  const reason = t('panel.governance.due.reason');
  return (
    <article className="detail">
      <h2 tabIndex={-1}>
        <PathText path={due.structure} copy />
      </h2>
      <p>
        <StatusWord tone="asks" icon={Hourglass}>
          <Since at={due.since} />
        </StatusWord>
      </p>
      <p className="given">{due.reason}</p>
      <p>{t('panel.governance.due.what')}</p>
      <p className="next">{t('panel.governance.due.try')}</p>
      <Command text={commands.tryDissolution(due.structure, reason)} />
      <p className="next">{t('panel.governance.due.do')}</p>
      <Command text={commands.dissolve(due.structure, reason)} />
    </article>
  );
}

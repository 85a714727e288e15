import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Command } from '../../../ui/command.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { count } from '../../../ui/format.ts';
import { PathText } from '../../../ui/path-text.tsx';
import { commands } from '../commands.ts';
import { BreakWord } from './break-words.tsx';
import { textsOf, type AuditBreak } from './place-breaks.ts';

/** One broken link: where it is, what is wrong, what to do. */
export function BreakDetail({ fault }: { fault: AuditBreak }): ReactNode {
  const { t, i18n } = useTranslation();
  const figure = (value: number | null): string =>
    value === null ? t('panel.governance.audit.breaks.noEntry') : count(value, i18n.language);
  return (
    <article className="detail">
      <h2 tabIndex={-1}>{t('panel.governance.audit.breaks.title')}</h2>
      <p>
        <BreakWord fault={fault} />
      </p>
      <p className="given">{fault.detail}</p>
      <Facts
        facts={[
          [t('panel.governance.audit.breaks.file'), <PathText key="file" path={fault.file} copy />],
          [t('panel.governance.audit.breaks.entry'), figure(fault.entry)],
          [t('panel.governance.audit.breaks.number'), figure(fault.number)],
          [t('panel.governance.audit.breaks.offset'), count(fault.offset, i18n.language)],
          [t('panel.governance.audit.breaks.what'), <code key="rule">{fault.rule}</code>],
        ]}
      />
      <p className="next">{t('panel.governance.audit.breaks.toDo')}</p>
      <p>{t(`panel.governance.audit.breaks.advice.${textsOf(fault.rule).advice}`)}</p>
      <p className="next">{t('panel.governance.audit.breaks.verify')}</p>
      <Command text={commands.verifyLog()} />
    </article>
  );
}

import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verification } from '../../../shared/model/updates.ts';
import { duration } from '../../ui/format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

function One({ check }: { check: Verification }): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <li className="verification">
      <div className="row-line">
        <StatusWord tone={check.passed ? 'good' : 'harm'} icon={check.passed ? CircleCheck : CircleX}>
          {t(check.passed ? 'panel.verify.passed' : 'panel.verify.failed')}
        </StatusWord>
        <code>{check.name}</code>
        <span className="soft small file-facts">{duration(check.durationMs, i18n.language)}</span>
      </div>
      {check.output === '' ? null : (
        <details open={!check.passed}>
          <summary className="small">{t('panel.verify.output')}</summary>
          <ScrollArea className="output" label={t('panel.verify.output')}>
            <pre>{check.output}</pre>
          </ScrollArea>
        </details>
      )}
    </li>
  );
}

/** What was checked after the update, each with its result; nothing checked is said, not passed over. */
export function Verifications({ checks }: { checks: readonly Verification[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Section title={t('panel.verify.title')}>
      {checks.length === 0 ? (
        <p className="pad">
          <StatusWord tone="neutral" icon={CircleDashed}>
            {t('panel.verify.none')}
          </StatusWord>
        </p>
      ) : (
        <ul className="plain-list">
          {checks.map((check) => (
            <One key={check.name} check={check} />
          ))}
        </ul>
      )}
    </Section>
  );
}

import { CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnvironmentCheck, Finding } from '../../../shared/model/environment.ts';
import { adviceText, factsText, findingText } from '../../../shared/model/environment-text.ts';
import { Command } from '../../ui/command.tsx';
import { PathText } from '../../ui/path-text.tsx';
import { StatusWord } from '../../ui/status-word.tsx';

/** Red is the sentence above all; each row only asks. */
const LOOKS = {
  passed: { tone: 'good', icon: CircleCheck },
  failed: { tone: 'asks', icon: TriangleAlert },
  'could-not-check': { tone: 'neutral', icon: CircleDashed },
} as const;

function OneFinding({ finding }: { finding: Finding }): ReactNode {
  const { t } = useTranslation();
  const advice = adviceText(finding, t);
  const log = finding.values['log'];
  return (
    <li className="finding">
      <p className={finding.severity === 'INFO' ? 'soft' : 'given'}>{findingText(finding, t)}</p>
      {advice === null ? null : <p className="soft small">{advice}</p>}
      {finding.command === null ? null : <Command text={finding.command} />}
      {typeof log === 'string' ? (
        <p className="soft small">
          {t('panel.environment.log')} <PathText path={log} copy />
        </p>
      ) : null}
    </li>
  );
}

/** One check: its state in words, what was seen or what is wrong, and what to do about it. */
export function CheckRow({ check }: { check: EnvironmentCheck }): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="row">
      <div className="row-text">
        <p className="row-line wrap">
          <StatusWord {...LOOKS[check.state]}>{t(`environment.state.${check.state}`)}</StatusWord>
          <span>{t(`environment.check.${check.id}`)}</span>
          {check.state === 'passed' ? <span className="soft small">{factsText(check, t)}</span> : null}
        </p>
        {check.findings.length === 0 ? null : (
          <ul className="findings">
            {check.findings.map((finding) => (
              <OneFinding key={`${finding.code}${finding.subject}`} finding={finding} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

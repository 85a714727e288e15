import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecurityAdvisory } from '../../../shared/model/security.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

/** One vulnerability: severity in words, what it is, where it is fixed. The link is text to copy: the panel goes nowhere. */
export function AdvisoryRow({ advisory }: { advisory: SecurityAdvisory }): ReactNode {
  const { t } = useTranslation();
  const { id, severity, score, summary, fixedIn, url } = advisory;
  return (
    <li>
      <p className="row-line wrap">
        <strong>{t(`terminal.security.severity.${severity}`)}</strong>
        {score === null ? null : <span className="soft">CVSS {score.toFixed(1)}</span>}
        <span translate="no">{id}</span>
        <span className="soft">
          {fixedIn === null ? t('panel.security.noFix') : t('panel.security.fixedIn', { version: fixedIn })}
        </span>
      </p>
      {summary === '' ? null : <p>{summary}</p>}
      {url === null ? null : (
        <p className="row-line soft small">
          <span translate="no">{url}</span>
          <CopyButton text={url} label={t('panel.security.copyLink')} />
        </p>
      )}
    </li>
  );
}

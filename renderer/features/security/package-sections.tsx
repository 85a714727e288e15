import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedUpgrade, SecurityFinding, SecurityPackage, SecurityReport } from '../../../shared/model/security.ts';
import { Section } from '../../ui/section.tsx';
import { AdvisoryRow } from './advisory-row.tsx';

/** `requests 2.31.0 → 2.32.4`, or that it is new. */
export function Change({ upgrade }: { upgrade: Pick<PlannedUpgrade, 'name' | 'from' | 'to'> }): ReactNode {
  const { t } = useTranslation();
  return <span translate="no">{t(upgrade.from === '' ? 'panel.security.added' : 'panel.security.change', { ...upgrade })}</span>;
}

function Vulnerable({ packages }: { packages: readonly SecurityPackage[] }): ReactNode {
  const { t } = useTranslation();
  if (packages.length === 0) return null;
  return (
    <Section title={t('panel.security.vulnerable')} total={packages.length}>
      {packages.map((one) => (
        <div key={`${one.ecosystem} ${one.name} ${one.version}`} className="pad">
          <h3 translate="no">
            {one.name} {one.version}
          </h3>
          <ul>
            {one.advisories.map((advisory) => (
              <AdvisoryRow key={advisory.id} advisory={advisory} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Findings({ findings }: { findings: readonly SecurityFinding[] }): ReactNode {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <Section title={t('panel.security.findings')} total={findings.length}>
      <ul className="pad">
        {findings.map(({ ecosystem, name, version, code, detail }) => (
          <li key={`${ecosystem} ${name} ${version} ${code}`}>
            <span translate="no">
              {name} {version}
            </span>{' '}
            <span className="soft">
              {t(`terminal.security.finding.${code}`)}
              {detail === '' ? '' : ` · ${detail}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Upgrades({ upgrades }: { upgrades: readonly PlannedUpgrade[] }): ReactNode {
  const { t } = useTranslation();
  if (upgrades.length === 0) return null;
  return (
    <Section title={t('panel.security.upgrades')} total={upgrades.length}>
      <ul className="pad">
        {upgrades.map((upgrade) => (
          <li key={`${upgrade.ecosystem} ${upgrade.name} ${upgrade.from}`}>
            <Change upgrade={upgrade} />{' '}
            <span className="soft">
              {t(`terminal.security.reason.${upgrade.reason}`)}
              {upgrade.major ? ` · ${t('panel.security.major')}` : ''}
              {upgrade.clears.length === 0 ? '' : ` · ${upgrade.clears.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who could not be asked leads: without that nothing below is complete. */
export function PackageSections({ report }: { report: SecurityReport }): ReactNode {
  const { t } = useTranslation();
  const silent = report.sources.filter(({ state }) => state !== 'checked');
  const outdated = report.packages.filter(({ latest, version }) => latest !== null && latest !== version).length;
  return (
    <>
      {silent.length === 0 ? null : (
        <Section title={t('panel.security.sources')} total={silent.length}>
          <ul className="pad">
            {silent.map(({ name, ecosystem, reason }) => (
              <li key={`${name} ${ecosystem}`}>{t('panel.security.sourceLine', { source: `${name} (${ecosystem})`, reason })}</li>
            ))}
          </ul>
        </Section>
      )}
      <Vulnerable packages={report.packages.filter(({ advisories }) => advisories.length > 0)} />
      <Upgrades upgrades={report.upgrades} />
      <Findings findings={report.findings} />
      {outdated === 0 ? null : <p className="pad soft small">{t('panel.security.outdated', { count: outdated })}</p>}
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { SecurityRun, UpgradeOutcome } from '../../../shared/model/security.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { ClockTime } from '../../ui/times.tsx';
import { Change } from './package-sections.tsx';
import { RollbackDialog } from './rollback-dialog.tsx';

function Evidence({ upgrades }: { upgrades: readonly UpgradeOutcome[] }): ReactNode {
  const { t } = useTranslation();
  const tests = upgrades.flatMap(({ name, tests: all }) => all.map((test) => ({ ...test, of: name })));
  if (tests.length === 0) return null;
  return (
    <details>
      <summary>{t('panel.security.evidence')}</summary>
      <ul>
        {tests.map(({ name, of, passed, detail }) => (
          <li key={`${of} ${name}`}>
            {of} · {t(`terminal.security.test.${name}`)}: {t(passed ? 'panel.security.passed' : 'panel.security.failed')}
            {detail === '' ? null : <span className="soft small"> {detail}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Run({ run, onRollBack }: { run: SecurityRun; onRollBack: (run: string) => void }): ReactNode {
  const { t } = useTranslation();
  const { id, at, status, reason, upgrades, canRollBack, rolledBackAt } = run;
  return (
    <li className="pad">
      <p className="row-line wrap">
        <ClockTime at={at} />
        <span translate="no">{id}</span>
        <span>{t(`terminal.security.status.${status}`)}</span>
      </p>
      <ul>
        {upgrades.map((upgrade) => (
          <li key={`${upgrade.ecosystem} ${upgrade.name} ${upgrade.from} ${upgrade.result}`}>
            <Change upgrade={upgrade} /> <span className="soft">{t(`terminal.security.result.${upgrade.result}`)}</span>
          </li>
        ))}
      </ul>
      {reason === '' ? null : <p className="given">{reason}</p>}
      <Evidence upgrades={upgrades} />
      {rolledBackAt === null ? null : (
        <p className="soft">
          <Trans i18nKey="panel.security.rolledBack" components={{ time: <ClockTime at={rolledBackAt} /> }} />
        </p>
      )}
      {canRollBack && id !== null ? (
        <Button compact onClick={() => onRollBack(id)}>
          {t('panel.security.rollBack', { run: id })}
        </Button>
      ) : null}
    </li>
  );
}

/** Every run with what it did and how that was proven; the undo is where the deed is. */
export function History({ runs, onChanged }: { runs: readonly SecurityRun[]; onChanged: () => void }): ReactNode {
  const { t } = useTranslation();
  const [rollback, setRollback] = useState<string | null>(null);
  const close = (): void => {
    setRollback(null);
    onChanged();
  };
  if (runs.length === 0) return null;
  return (
    <Section title={t('panel.security.history')} total={runs.length}>
      <ul>
        {runs.map((run) => (
          <Run key={run.id} run={run} onRollBack={setRollback} />
        ))}
      </ul>
      {rollback === null ? null : <RollbackDialog run={rollback} onClose={close} />}
    </Section>
  );
}

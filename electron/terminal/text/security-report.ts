import type {
  SecurityFinding,
  SecurityPackage,
  SecurityResult,
  SecurityRollbackPreview,
  UpgradeOutcome,
} from '../../../shared/model/security.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

/** What a security run comes to, for people. */
export function securityReport(result: SecurityResult, voice: Voice): string[] {
  const { t, paint, command } = voice;
  const { report, status, upgrades } = result;
  const head = paint(toneOf(result), t(`terminal.security.status.${status}`));
  if (report === null) {
    const way = status === 'SKIPPED' ? [t('terminal.security.force', { command: command('security', '--force') })] : [];
    return [head, ...(result.reason === '' ? [] : [printable(result.reason)]), ...way];
  }
  const planned =
    upgrades.length > 0
      ? []
      : report.upgrades.map((one): UpgradeOutcome => ({ ...one, result: 'planned', detail: '', tests: [] }));
  return [
    head,
    ...vulnerableLines(report.packages, voice),
    ...report.sources
      .filter(({ state }) => state !== 'checked')
      .map(({ name, reason }) => paint('harm', t('terminal.security.silent', { source: name, reason: printable(reason) }))),
    ...upgradeLines('upgrades', upgrades, voice),
    ...upgradeLines('wouldUpgrade', planned, voice),
    ...findingLines(report.findings, voice),
    ...(result.canRollBack && result.id !== null
      ? [t('terminal.security.next', { command: command('security', 'rollback', result.id) })]
      : []),
    ...(status === 'HELD' ? [t('terminal.security.approve', { command: command('approvals', 'list') })] : []),
  ];
}

function toneOf({ status }: SecurityResult): Tone {
  if (status === 'FAILED' || status === 'COULD_NOT_CHECK' || status === 'INTERRUPTED') return 'harm';
  return status === 'HELD' ? 'held' : 'strong';
}

function vulnerableLines(packages: readonly SecurityPackage[], { t, paint }: Voice): string[] {
  const vulnerable = packages.filter(({ advisories }) => advisories.length > 0);
  const unchecked = packages.filter(({ checked }) => !checked).length;
  const silent = unchecked === 0 ? [] : [paint('harm', t('terminal.security.unchecked', { count: unchecked }))];
  if (vulnerable.length === 0) return unchecked > 0 ? silent : [t('terminal.security.none', { count: packages.length })];
  const rows = vulnerable.flatMap(({ name, version, advisories }) =>
    advisories.map(({ id, severity, fixedIn, summary }) => [
      printable(`${name} ${version}`),
      printable(id),
      t(`terminal.security.severity.${severity}`),
      fixedIn === null ? t('terminal.security.noFix') : t('terminal.security.fixedIn', { version: fixedIn }),
      printable(summary).slice(0, 80),
    ]),
  );
  return [
    paint('harm', t('terminal.security.vulnerable', { count: vulnerable.length })),
    ...columns(rows, { indent: '  ' }),
    ...silent,
  ];
}

function upgradeLines(title: 'upgrades' | 'wouldUpgrade', upgrades: readonly UpgradeOutcome[], { t }: Voice): string[] {
  if (upgrades.length === 0) return [];
  const rows = upgrades.map(({ name, from, to, reason, result, clears }) => [
    printable(`${name} ${from === '' ? '' : `${from} → `}${to}`),
    t(`terminal.security.reason.${reason}`),
    t(`terminal.security.result.${result}`),
    printable(clears.join(', ')),
  ]);
  const details = [...new Set(upgrades.map(({ detail }) => detail))].filter((detail) => detail !== '');
  const lines = details.flatMap((detail) => detail.split('\n').map((line) => `    ${printable(line)}`));
  return [t(`terminal.security.${title}`), ...columns(rows, { indent: '  ' }), ...lines];
}

function findingLines(findings: readonly SecurityFinding[], { t }: Voice): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ name, version, code, detail }) => [
    printable(`${name} ${version}`),
    t(`terminal.security.finding.${code}`),
    printable(detail),
  ]);
  return [t('terminal.security.findings'), ...columns(rows, { indent: '  ' })];
}

/** What a rollback did, or would undo besides. */
export function securityRollbackLines(
  { run, packages, changedSince }: SecurityRollbackPreview,
  isHeld: boolean,
  { t, paint }: Voice,
): string[] {
  const since =
    changedSince.length === 0 ? [] : [t('terminal.security.changedSince', { run, what: changedSince.map(printable).join(', ') })];
  if (isHeld) return [...since, paint('held', t('terminal.security.needsYes'))];
  const rows = packages.map(({ name, from, to }) => [printable(name), printable(`${from} → ${to === '' ? '–' : to}`)]);
  return [t('terminal.security.rolledBack', { run }), ...columns(rows, { indent: '  ' }), ...since];
}

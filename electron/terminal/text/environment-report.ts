import type { CheckState, EnvironmentCheck, EnvironmentReport, Finding } from '../../../shared/model/environment.ts';
import { adviceText, factsText, findingText, reportSentence } from '../../../shared/model/environment-text.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

/** What could not be checked is never green. */
const TONES: Record<CheckState, Tone> = { passed: 'good', failed: 'harm', 'could-not-check': 'held' };

/** One line a check; below those that are not well what is wrong, and what to do with the command to copy. */
export function environmentReport(report: EnvironmentReport, voice: Voice): string[] {
  const { t, paint } = voice;
  const rows = columns(
    report.checks.map((check) => [
      paint(TONES[check.state], t(`environment.state.${check.state}`)),
      t(`environment.check.${check.id}`),
      check.state === 'passed' ? paint('faint', printable(factsText(check, t))) : '',
    ]),
    { indent: '  ' },
  );
  const fixes = report.fixes.map(({ kind, detail }) => `  ${printable(t(`environment.fixed.${kind}`, { detail }))}`);
  return [
    paint(report.state === 'passed' ? 'strong' : TONES[report.state], reportSentence(report, t)),
    ...report.checks.flatMap((check, index) => [rows[index] ?? '', ...findingLines(check, voice)]),
    ...(fixes.length === 0 ? [] : ['', t('environment.fixedTitle'), ...fixes]),
  ];
}

const findingLines = ({ findings }: EnvironmentCheck, voice: Voice): string[] =>
  findings.flatMap((finding) => oneFinding(finding, voice));

function oneFinding(finding: Finding, { t, paint }: Voice): string[] {
  const text = printable(findingText(finding, t));
  const advice = adviceText(finding, t);
  const command = finding.command === null ? '' : ` ${paint('strong', printable(finding.command))}`;
  const log = finding.values['log'];
  return [
    `    ${finding.severity === 'INFO' ? paint('faint', text) : text}`,
    ...(advice === null ? [] : [`      ${paint('faint', advice)}${command}`]),
    ...(typeof log === 'string' ? [`      ${paint('faint', printable(t('environment.log', { file: log })))}`] : []),
  ];
}

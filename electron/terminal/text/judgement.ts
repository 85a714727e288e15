import type { DocumentJudgement } from '../../../shared/model/governance.ts';
import { reasonsOf } from '../../features/governance/index.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

type Shown = DocumentJudgement & { blocked: boolean };

const TONES: Record<DocumentJudgement['verdict'], Tone> = {
  Canonical: 'good',
  'Canonical-Conditional': 'held',
  'Non-Canonical': 'harm',
};

/** The verdict in the constitution's own words, its reasons, and whether it stops what was judged. */
export function judgementLines(path: string, judged: Shown, { t, paint }: Voice): string[] {
  const { verdict, bootstrap, blocked } = judged;
  return [
    `${paint(TONES[verdict], verdict)}  ${printable(path)}${bootstrap ? ` (${t('terminal.judge.bootstrap')})` : ''}`,
    ...reasons(judged).map((reason) => `  - ${reason}`),
    ...(blocked && verdict !== 'Non-Canonical' ? [t('terminal.judge.strict')] : []),
  ];
}

/** The same as Markdown; independent of the language, as reports are. */
export const judgementMarkdown = (path: string, judged: Shown): string[] => [
  `# ${judged.verdict}: \`${printable(path).replaceAll('`', "'")}\``,
  '',
  ...(judged.findings.length === 0 ? ['- OK'] : reasons(judged).map((reason) => `- ${escaped(reason)}`)),
];

const reasons = ({ findings }: Shown): string[] => reasonsOf({ findings, limits: [] }).map(printable);
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`);

import type { DissolutionPreview, DissolutionResult, EndOfLife } from '../../features/governance/index.ts';
import { columns } from './columns.ts';
import { moment, size } from './moments.ts';
import { printable, printableLines } from './printable.ts';
import type { Voice } from './voice.ts';

type Preview = Extract<DissolutionPreview, { ok: true }>;
type Result = Exclude<DissolutionResult, { outcome: 'not-planned' }>;
type Plan = Preview['plan'];

const SHORT_HASH = 12;

/** What would happen, whole, for programs. Sizes are bytes. */
export function previewDocument({ plan, decision, obstacle }: Preview): unknown {
  const { entries, readme, ...rest } = plan;
  return {
    dryRun: true,
    ...rest,
    entries: entries.map(({ path, kind, hash, size: bytes }) => ({
      path,
      kind,
      size: bytes,
      sha256: kind === 'folder' ? null : hash,
    })),
    readme: readme === null ? null : { path: readme.path, after: readme.after },
    decision,
    obstacle,
  };
}

/** The same for people: every file that goes, where to, what is written, and what the law says. */
export function previewLines({ plan, decision, obstacle }: Preview, voice: Voice): string[] {
  const { t, paint } = voice;
  return [
    paint('strong', t('terminal.dissolve.would', { structure: printable(plan.structure) })),
    ...factLines(plan, voice),
    '',
    ...entryLines(plan, voice),
    '',
    paint('faint', `${printable(plan.summaryPath)}:`),
    ...indented(plan.summary),
    ...(plan.readme === null ? [] : [paint('faint', `${printable(plan.readme.path)}:`), ...indented(plan.readme.block)]),
    ...(decision.effect === 'allow' ? [] : [paint('held', printable(decision.reason))]),
    ...(obstacle === null ? [] : [paint('harm', printable(obstacle))]),
    t('terminal.dryRun'),
  ];
}

function factLines(plan: Plan, { t, language }: Voice): string[] {
  const files = plan.entries.filter(({ kind }) => kind !== 'folder');
  const bytes = files.reduce((sum, entry) => sum + entry.size, 0);
  const extent = t('terminal.dissolve.extent', {
    files: files.length,
    folders: plan.entries.length - files.length,
    size: size(bytes, language),
  });
  const facts: [string, string][] = [
    ['reason', printable(plan.reason)],
    ['extent', extent],
    ['archive', `${printable(plan.archivePath)}/`],
    ['hash', plan.contentHash],
    ...(plan.nested.length === 0 ? [] : [['nested', plan.nested.map(printable).join(', ')] as [string, string]]),
    ...(plan.kept.length === 0 ? [] : [['kept', plan.kept.map(printable).join(', ')] as [string, string]]),
    ...(plan.handover === null ? [] : [['successor', printable(plan.handover.successor)] as [string, string]]),
  ];
  return columns(
    facts.map(([name, value]) => [t(`terminal.dissolve.fact.${name}`), value]),
    { indent: '  ' },
  );
}

const entryLines = ({ entries }: Plan, { language, paint }: Voice): string[] =>
  columns(
    entries.map(({ path, kind, hash, size: bytes }) =>
      kind === 'folder'
        ? ['', '', `${printable(path)}/`]
        : [size(bytes, language), paint('faint', hash.slice(0, SHORT_HASH)), printable(path)],
    ),
    { indent: '  ', right: [0] },
  );

const indented = (text: string): string[] =>
  printableLines(text)
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd());

/** What came of it, for programs. */
export function resultDocument({ plan, ...outcome }: Result): unknown {
  const { structure, contentHash, kept } = plan;
  return { structure, contentHash, kept, ...outcome };
}

/** The same for people. */
export function resultLines(result: Result, { t, paint }: Voice): string[] {
  const structure = printable(result.plan.structure);
  switch (result.outcome) {
    case 'dissolved':
      return [
        paint('good', t('terminal.dissolve.done', { structure, archive: printable(result.archivePath) })),
        ...(result.plan.kept.length === 0 ? [] : [t('terminal.dissolve.kept', { count: result.plan.kept.length })]),
        ...(result.left.length === 0 ? [] : [paint('held', t('terminal.dissolve.left', { count: result.left.length }))]),
        ...result.left.map((path) => `  ${printable(path)}`),
      ];
    case 'refused':
      return result.verdict === 'ask'
        ? [t('terminal.dissolve.asked', { structure }), printable(result.reason), t('terminal.dissolve.again')]
        : [paint('harm', t('terminal.dissolve.denied', { structure })), printable(result.reason)];
    case 'taken-back':
      return [paint('held', t('terminal.dissolve.takenBack', { structure })), printable(result.reason)];
  }
}

/** Why a structure is never dissolved, or not like this. */
export const refusalLines = (structure: string, refusal: string, { t, paint }: Voice): string[] => [
  paint('harm', t('terminal.dissolve.refused', { structure: printable(structure) })),
  t(`terminal.dissolve.refusal.${refusal}`),
];

/** What is due first, with the command; then the conditions that only people can judge. */
export function endLines(ends: readonly EndOfLife[], { t, paint, command }: Voice): string[] {
  if (ends.length === 0) return [t('terminal.dissolve.noStructures')];
  const due = ends.filter((end) => end.due.length > 0);
  const conditions = ends.filter((end) => end.conditions.length > 0);
  return [
    due.length === 0 ? t('terminal.dissolve.noneDue') : paint('held', t('terminal.dissolve.due', { count: due.length })),
    ...due.flatMap(({ structure, due: reasons }) => [
      `  ${paint('strong', printable(structure))}`,
      ...reasons.map(({ reason, since }) => `    ${printable(reason)}  ${paint('faint', moment(since).slice(0, 10))}`),
      `    ${command('dissolve', structure, '--reason', reasons[0]?.reason ?? '', '--dry-run')}`,
    ]),
    ...(conditions.length === 0 ? [] : ['', t('terminal.dissolve.conditions')]),
    ...conditions.flatMap((end) => [
      `  ${paint('strong', printable(end.structure))}`,
      ...end.conditions.map((condition) => `    ${printable(condition)}`),
    ]),
  ];
}

import type { CheckReport, HealthReport, Treatment, WatchedProcess } from '../../../shared/model/healing.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import type { Tone, Voice } from './voice.ts';

const STATES: Readonly<Record<CheckReport['state'], Tone>> = { passed: 'good', failed: 'harm', 'could-not-check': 'held' };
const RESULTS: Readonly<Record<Treatment['result'], Tone>> = {
  healed: 'good',
  failed: 'harm',
  'not-allowed': 'held',
  would: 'changed',
};
const LOOKS: Readonly<Record<HealthReport['status'], Tone>> = { HEALTHY: 'good', DEGRADED: 'harm', UNKNOWN: 'held' };

/** The whole report: how it stands, each check, what was mended, processes, agents, and what is to come. */
export function healthLines(report: HealthReport, voice: Voice): string[] {
  return [
    headline(report, voice),
    '',
    ...checkLines(report, voice),
    ...part('treatments', treatmentLines(report, voice), voice),
    ...part('processes', processLines(report.processes, voice), voice),
    ...part('agents', agentLines(report, voice), voice),
    ...part('outlooks', outlookLines(report, voice), voice),
  ];
}

function headline({ status, score, gauges, durationMs }: HealthReport, { t, paint }: Voice): string {
  const percent = (value: number | null): string => (value === null ? '–' : `${Math.round(value)} %`);
  const parts = score.parts.map(
    ({ category, passed, failed, unknown }) => `${t(`health.category.${category}`)} ${passed}/${passed + failed + unknown}`,
  );
  return [
    `${paint(LOOKS[status], t(`health.status.${status}`))}  ${t('terminal.healing.score', { score: score.value, parts: parts.join(', ') })}`,
    paint(
      'faint',
      t('terminal.healing.gauges', {
        cpu: percent(gauges.cpu),
        memory: percent(gauges.memory),
        disk: percent(gauges.disk),
        seconds: (durationMs / 1000).toFixed(1),
      }),
    ),
  ].join('\n');
}

/** What is wrong first; within that, as they were made. */
function checkLines({ checks, issues }: HealthReport, { t, paint }: Voice): string[] {
  const rank = { failed: 0, 'could-not-check': 1, passed: 2 };
  const givenUp = new Set(issues.filter((issue) => issue.givenUp).map(({ id }) => id));
  const rows = [...checks]
    .sort((a, b) => rank[a.state] - rank[b.state])
    .map(({ id, state, severity, details }) => [
      paint(severity === 'INFO' && state === 'failed' ? 'changed' : STATES[state], t(`health.state.${state}`)),
      printable(id),
      `${printable(details)}${givenUp.has(id) ? ` ${paint('harm', t('terminal.healing.givenUp'))}` : ''}`,
    ]);
  return columns(rows);
}

const treatmentLines = ({ treatments }: HealthReport, { t, paint }: Voice): string[] =>
  columns(treatments.map(({ result, details }) => [paint(RESULTS[result], t(`health.treatment.${result}`)), printable(details)]));

function processLines(processes: readonly WatchedProcess[], { t, paint }: Voice): string[] {
  const tones: Readonly<Record<WatchedProcess['state'], Tone>> = {
    running: 'good',
    rising: 'held',
    leaking: 'harm',
    'not-running': 'harm',
    unknown: 'held',
  };
  const rows = processes.map(({ name, state, pid, memoryMb, baselineMb }) => [
    printable(name),
    paint(tones[state], t(`health.process.${state}`)),
    pid === null ? '' : String(pid),
    memoryMb === null ? '' : `${Math.round(memoryMb)} MB`,
    baselineMb === null ? '' : t('terminal.healing.baseline', { mb: Math.round(baselineMb) }),
  ]);
  return columns(rows);
}

const agentLines = ({ agents }: HealthReport, { t }: Voice): string[] =>
  columns(
    agents.map(({ id, name, state, task }) => [
      printable(id),
      printable(name),
      t(`health.agent.${state}`),
      printable(task ?? ''),
    ]),
  );

const outlookLines = ({ outlooks }: HealthReport, { paint }: Voice): string[] =>
  outlooks.map(({ details, suggestion }) => `${printable(details)} ${paint('faint', printable(suggestion))}`);

const part = (name: string, lines: readonly string[], { t, paint }: Voice): string[] =>
  lines.length === 0 ? [] : ['', paint('strong', t(`terminal.healing.${name}`)), ...lines.map((line) => `  ${line}`)];

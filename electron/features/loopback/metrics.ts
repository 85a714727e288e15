import type { Gauge, Registry } from 'prom-client';
import type { RitualRun, RitualStanding, RunResult } from '../../../shared/model/rituals.ts';
import { needsYouCount, overallSchema, type Snapshot } from '../../../shared/model/snapshot.ts';
import type { LoopbackPorts } from './ports.ts';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Seconds, as Prometheus has times. */
const seconds = (ms: number): number => ms / 1000;

/**
 * Everything that a person would want an alarm on, at the moment of the scrape. What is not known has no sample: a missing value can be alarmed
 * on, a made-up zero cannot. Labels are of fixed sets, but for names of rituals and channels.
 */
export async function metricsText(ports: LoopbackPorts): Promise<string> {
  // Most guardians are never asked for metrics: it is read when the first scrape comes.
  const library = await import('prom-client');
  const registry = new library.Registry();
  const snapshot = ports.snapshot();
  const gauge = gaugesOf(registry, library.Gauge);
  gauge('info', 'Version of Nightguard.', [{ labels: { version: ports.version }, value: 1 }], ['version']);
  ofState(gauge, snapshot);
  ofHealth(gauge, snapshot);
  ofErrors(gauge, snapshot);
  ofRituals(gauge, await ports.rituals());
  const { waiting, dead } = ports.outbox();
  gauge('alerts_waiting', 'Messages that wait to be sent.', [{ value: waiting }]);
  gauge(
    'alert_channel_dead',
    '1 for a channel that does not deliver.',
    dead.map((channel) => ({ labels: { channel }, value: 1 })),
    ['channel'],
  );
  return registry.metrics();
}

interface Sample {
  labels?: Record<string, string>;
  /** Null: not known, and left out. */
  value: number | null;
}
type AddGauge = (name: string, help: string, samples: readonly Sample[], labelNames?: readonly string[]) => void;

const gaugesOf =
  (registry: Registry, OneGauge: typeof Gauge): AddGauge =>
  (name, help, samples, labelNames = []) => {
    const gauge = new OneGauge({ name: `nightguard_${name}`, help, labelNames, registers: [registry] });
    if (labelNames.length === 0 && samples.every(({ value }) => value === null))
      registry.removeSingleMetric(`nightguard_${name}`);
    for (const { labels = {}, value } of samples) if (value !== null) gauge.set(labels, value);
  };

function ofState(gauge: AddGauge, snapshot: Snapshot): void {
  const { overall, provenGoodAt, lastCheck, lastFullScanAt, problems, held, approvals, waiting, trackedFiles, pausedUntil } =
    snapshot;
  gauge(
    'state',
    '1 for the state that the tray shows; unknown means could not check.',
    overallSchema.options.map((state) => ({ labels: { state }, value: state === overall ? 1 : 0 })),
    ['state'],
  );
  const at = (ms: number | null): Sample[] => [{ value: ms === null ? null : seconds(ms) }];
  gauge(
    'proven_good_timestamp_seconds',
    'When Core and workspace were last fully compared and nothing was wrong.',
    at(provenGoodAt),
  );
  gauge('last_check_timestamp_seconds', 'When Core was last looked at.', at(lastCheck?.at ?? null));
  gauge('last_full_scan_timestamp_seconds', 'When everything was last compared.', at(lastFullScanAt));
  gauge(
    'problems',
    'Problems by severity.',
    SEVERITIES.map((severity) => ({ labels: { severity }, value: problems.filter((one) => one.severity === severity).length })),
    ['severity'],
  );
  gauge(
    'problem',
    '1 for each problem that is there.',
    [...new Set(problems.map(({ code }) => code))].map((code) => ({ labels: { code }, value: 1 })),
    ['code'],
  );
  gauge('needs_person', 'Decisions that wait for a person.', [{ value: needsYouCount(snapshot) }]);
  gauge('held_files', 'Files that are held.', [{ value: held.length }]);
  gauge('approvals_waiting', 'Requests that wait for an approval.', [{ value: approvals.length }]);
  gauge('changes_waiting', 'Changes in Core that wait to be applied.', [{ value: waiting }]);
  gauge('tracked_files', 'Files that come from Core.', [{ value: trackedFiles }]);
  gauge('paused', '1 while updates are paused.', [{ value: pausedUntil === null ? 0 : 1 }]);
}

const SEVERITIES = ['notice', 'warning', 'harm'] as const;

function ofHealth(gauge: AddGauge, { health, security }: Snapshot): void {
  const { gauges, issues, lastCheckAt } = health;
  gauge('health_score', 'Share of the checks that passed, 0 to 100.', [{ value: gauges.score }]);
  gauge('health_issues', 'Issues that the monitor sees.', [{ value: lastCheckAt === null ? null : issues }]);
  gauge('health_last_look_timestamp_seconds', 'When the monitor last looked.', [
    { value: lastCheckAt === null ? null : seconds(lastCheckAt) },
  ]);
  const percents = (['cpu', 'memory', 'disk'] as const).map((resource) => ({ labels: { resource }, value: gauges[resource] }));
  gauge(
    'host_used_ratio',
    'Share of the machine that is used, 0 to 1.',
    percents.map(({ labels, value }) => ({ labels, value: value === null ? null : value / 100 })),
    ['resource'],
  );
  gauge('vulnerable_packages', 'Packages with known vulnerabilities.', [{ value: security.vulnerable }]);
}

function ofErrors(gauge: AddGauge, { errors }: Snapshot): void {
  const states = (['open', 'recurring', 'proposed', 'regressed'] as const).map((state) => ({
    labels: { state },
    value: errors[state],
  }));
  gauge('error_groups', 'Groups of errors; open counts all that are neither fixed nor ignored.', states, ['state']);
}

function ofRituals(gauge: AddGauge, rituals: readonly RitualStanding[]): void {
  const each = (value: (standing: RitualStanding) => number | null): Sample[] =>
    rituals.map((standing) => ({ labels: { ritual: standing.ritual.name }, value: value(standing) }));
  const ofLast = (value: (run: RitualRun) => number | null): Sample[] => each(({ last }) => (last === null ? null : value(last)));
  const label = ['ritual'];
  gauge(
    'ritual_next_timestamp_seconds',
    'When the ritual comes next.',
    each(({ next }) => (next === null ? null : seconds(next))),
    label,
  );
  gauge(
    'ritual_last_start_timestamp_seconds',
    'When it was last begun.',
    ofLast(({ startedAt }) => (startedAt === null ? null : seconds(startedAt))),
    label,
  );
  gauge('ritual_last_duration_seconds', 'How long its last run took.', ofLast(durationOf), label);
  gauge(
    'ritual_last_success',
    '1 when its last run was done or handed over.',
    ofLast(({ result }) => (result === null ? null : Number(WELL.has(result)))),
    label,
  );
  gauge(
    'ritual_missed',
    'Runs that were missed, of the newest fifty.',
    each(({ missed }) => missed),
    label,
  );
}

const WELL: ReadonlySet<RunResult> = new Set(['done', 'handed-over']);

const durationOf = ({ startedAt, finishedAt }: RitualRun): number | null =>
  startedAt === null || finishedAt === null ? null : seconds(finishedAt - startedAt);

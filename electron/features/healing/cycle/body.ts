import type { AgentStanding, Circle, Course, Health, HealthRange, Outlook } from '../../../../shared/model/healing.ts';
import type { Beats } from '../agents/beats.ts';
import { readRegistry, standingOf, type Registry } from '../agents/read-registry.ts';
import type { CallChains } from '../calls/call-chains.ts';
import { openCaches } from '../caches/open-caches.ts';
import { agentsCheck } from '../checks/agents.ts';
import { cachesCheck } from '../checks/caches.ts';
import { calls } from '../checks/calls.ts';
import type { Check } from '../checks/check.ts';
import { circles, type Circles } from '../checks/cycles.ts';
import { directories } from '../checks/directories.ts';
import { disk } from '../checks/disk.ts';
import { eventLoop } from '../checks/event-loop.ts';
import { hostMemory } from '../checks/host-memory.ts';
import { inodes } from '../checks/inodes.ts';
import { knowledgeData } from '../checks/knowledge-data.ts';
import { load } from '../checks/load.ts';
import { orphans } from '../checks/orphans.ts';
import { ownMemory } from '../checks/own-memory.ts';
import { writeTest } from '../checks/write-test.ts';
import { asAppError } from '../../../kernel/errors.ts';
import type { DependencyGraph } from '../graph/dependency-graph.ts';
import { createImportGraph } from '../graph/import-graph.ts';
import { createReferenceGraph } from '../graph/reference-graph.ts';
import { createSurveyor, type WorkspaceSurvey } from '../graph/survey-workspace.ts';
import { createErrorRate } from '../outlook/error-rate.ts';
import { DAYS, outlooksOf } from '../outlook/outlooks.ts';
import { slowDowns } from '../outlook/slow-downs.ts';
import type { HealingPorts } from '../ports.ts';
import type { MemoryCourse } from '../processes/memory-course.ts';
import { createProcessRecord } from '../processes/process-record.ts';
import { createWatchedProcesses, type WatchedProcesses } from '../processes/watched-processes.ts';
import type { Reserve } from '../record/reserve.ts';
import { createSamples } from '../record/samples.ts';
import { courseOf } from './course.ts';
import { createObserver, type Observation } from './observe.ts';
import { GAUGE_SERIES, historyOf } from './history.ts';

/** Everything that is looked at, with what the latest looks have found. */
export interface Body {
  /** Measures, and keeps what was measured. */
  observe(lateMs: number): Promise<Observation>;
  checks(): Check[];
  processes: WatchedProcesses;
  agents(): readonly AgentStanding[];
  cycles(): Circle[];
  graphSize(): number;
  own(): MemoryCourse;
  history(at: number): Health['history'];
  course(range: HealthRange, process: string | null): Course;
  /** Keeps the score that the checks of this look gave. */
  noteScore(value: number): void;
  /** Reckoned once an hour, or now. */
  outlooks(now: boolean): Outlook[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A day's line does not change within minutes. */
const HISTORY_MS = 5 * MINUTE_MS;
/** Files are stamped by the system's clock, whatever clock the schedule goes by. */
const fileTime = (): number => Date.now();

export function createBody(ports: HealingPorts, chains: CallChains, beats: Beats, reserve: Reserve, stays: () => boolean): Body {
  const { workspace, database, clock, vitals, settings } = ports;
  const samples = createSamples(database, clock);
  const errorRate = createErrorRate(workspace);
  const observer = createObserver(workspace, vitals, clock, settings().limits.ownMemoryMb);
  const survey = oncePerCycle(createSurveyor(workspace, () => settings().ignore));
  const commands = oncePerCycle(() => vitals.commands());
  const context = { ports, record: createProcessRecord(database, clock), samples, commands: commands.get };
  const processes = createWatchedProcesses(() => settings().processes, context, stays);
  const caches = openCaches(ports, () => settings().caches, fileTime);
  const imports = createImportGraph(workspace, database, fileTime);
  const references = keyed<DependencyGraph>(
    () => JSON.stringify(settings().references),
    () => createReferenceGraph(workspace, database, settings().references, fileTime),
  );
  let seen: Observation;
  let registry: Registry = { state: 'missing' };
  let agents: readonly AgentStanding[] = [];
  const found: Record<'imports' | 'references', Circles> = { imports: NONE, references: NONE };
  let outlook: { at: number; found: Outlook[] } | null = null;
  let thinnedAt: number | null = null;
  let history: { at: number; points: Health['history'] } | null = null;

  const lookAtAgents = (): void => {
    const { registry: path, silentMinutes, stuckMinutes } = settings().agents;
    registry = readRegistry(workspace, path);
    const limits = { silentMs: silentMinutes * MINUTE_MS, stuckMs: stuckMinutes * MINUTE_MS };
    agents = beats.join(registry.state === 'ok' ? registry.agents : []).map((agent) => standingOf(agent, clock.now(), limits));
  };
  const keep = (values: ReadonlyMap<string, number>): boolean => {
    try {
      samples.add(values);
      return true;
    } catch (error) {
      // A full disk is what the checks are there to find: they must be made all the same.
      if (asAppError(error).code !== 'disk-full') throw error;
      return false;
    }
  };
  const note = (values: Map<string, number>): void => {
    const rate = errorRate(clock.now());
    const measured: [string, number | null][] = [
      [GAUGE_SERIES.cpu, seen.host.cpuPercent],
      [GAUGE_SERIES.memory, seen.memoryPercent],
      [GAUGE_SERIES.disk, seen.diskPercent],
      ['self.memory', seen.own.mb],
      ['errors', rate],
    ];
    for (const [name, value] of measured) if (value !== null) values.set(name, value);
    if (!keep(values)) return;
    if (thinnedAt !== null && Math.abs(clock.now() - thinnedAt) < HOUR_MS) return;
    samples.thin();
    thinnedAt = clock.now();
  };
  const limits = () => settings().limits;
  const latest = (): Observation => seen;
  const fixed: Check[] = [
    hostMemory(latest, () => limits().memoryPercent),
    disk(
      latest,
      () => limits().diskPercent,
      (context) => caches.clear(context),
    ),
    inodes(latest, () => limits().inodePercent),
    load(latest, () => limits().loadPerCore),
    directories(ports, () => settings().directories),
    writeTest(ports.stateFolder),
    cachesCheck(caches),
    orphans(ports, survey.get, fileTime),
    knowledgeData(workspace, database, survey.get, fileTime),
    agentsCheck(
      () => registry,
      () => agents,
    ),
    calls(chains, clock),
    circles(
      { id: 'code.imports', what: 'imports', applicable: () => true },
      survey.get,
      ({ code }: WorkspaceSurvey) => code,
      () => imports,
      (circles) => (found.imports = circles),
    ),
    circles(
      { id: 'code.references', what: 'documents', applicable: () => settings().references.documents.length > 0 },
      survey.get,
      ({ documents }: WorkspaceSurvey) => documents,
      references,
      (circles) => (found.references = circles),
    ),
    ownMemory(latest),
    eventLoop(latest, stays),
  ];
  return {
    async observe(lateMs) {
      survey.forget();
      commands.forget();
      seen = await observer.look(lateMs);
      if (seen.volume !== null) reserve.keep(seen.volume.freeBytes);
      const values = new Map<string, number>();
      await processes.observe(values);
      lookAtAgents();
      note(values);
      return seen;
    },
    checks: () => [...fixed, ...processes.checks()],
    processes,
    agents: () => agents,
    cycles: () =>
      (['imports', 'references'] as const).flatMap((kind) =>
        found[kind].cycles.map((path): Circle => ({ kind, path: [...path] })),
      ),
    graphSize: () => found.imports.size + found.references.size,
    own: () => observer.ownCourse(),
    history(at) {
      if (history === null || Math.abs(at - history.at) >= HISTORY_MS) history = { at, points: historyOf(samples, at) };
      return history.points;
    },
    course: (range, process) => courseOf(samples, range, process, clock.now(), settings().intervalSeconds * 1000),
    noteScore: (value) => void keep(new Map([[GAUGE_SERIES.score, value]])),
    outlooks(now) {
      if (now || outlook === null || Math.abs(clock.now() - outlook.at) >= HOUR_MS) {
        const course = {
          disk: samples.days(GAUGE_SERIES.disk, DAYS),
          memory: samples.days(GAUGE_SERIES.memory, DAYS),
          errors: samples.days('errors', DAYS),
        };
        outlook = { at: clock.now(), found: [...outlooksOf(course), ...slowDowns(ports.timings())] };
      }
      return outlook.found;
    },
  };
}

const NONE: Circles = { cycles: [], size: 0 };

/** What several checks of one cycle ask for is looked up once. */
function oncePerCycle<T>(look: () => Promise<T>): { get: () => Promise<T>; forget: () => void } {
  let known: Promise<T> | null = null;
  return {
    get: () => (known ??= look()),
    forget() {
      known = null;
    },
  };
}

/** Made anew when its key changes. */
function keyed<T>(keyOf: () => string, make: () => T): () => T {
  let known: { key: string; value: T } | null = null;
  return () => {
    const key = keyOf();
    if (known?.key !== key) known = { key, value: make() };
    return known.value;
  };
}

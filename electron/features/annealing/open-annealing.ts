import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { applicable, type ErrorEvent } from '../../../shared/model/annealing.ts';
import type { AnnealingSettings } from '../../../shared/model/settings.ts';
import type { Problem } from '../../../shared/model/snapshot.ts';
import { messageOf } from '../../kernel/errors.ts';
import { createRedactor, type Redact } from '../../kernel/redact.ts';
import type { Annealing, AnnealingResult, EndedProgram } from './annealing.ts';
import { insideOf, type Place } from './capture/place-frames.ts';
import { createSourceMaps } from './capture/source-maps.ts';
import { toEvent, type Circumstances } from './capture/to-event.ts';
import { createAdviser, type Adviser } from './advise/adviser.ts';
import { createSpending } from './advise/spending.ts';
import { createAnnealer } from './engine/annealer.ts';
import { createIntake } from './engine/intake.ts';
import { createWatched } from './engine/watched.ts';
import { createTrackingWriter } from './engine/tracking-writer.ts';
import { recurringProblems, REPEATING } from './engine/problems.ts';
import { createAnnealingLog } from './files/annealing-log.ts';
import { createTrackingFile } from './files/tracking-file.ts';
import { createFixer } from './fix/fixer.ts';
import { createFixes } from './fix/fixes.ts';
import { createErrorLedger, type ErrorLedger, type Recorded } from './ledger/error-ledger.ts';
import { errorOf, factsOf } from './library/error-of.ts';
import { exitError } from './parse/exit-error.ts';
import type { ParsedError } from './parse/parsed-error.ts';
import { lastError } from './parse/parse-output.ts';
import type { AnnealingPorts } from './ports.ts';
import { createProver } from './prove/create-prover.ts';

/** Others are told of changes this long after the first of them. */
const NEWS_MS = 200;
/** Beyond these the number says enough. */
const MOST_PROBLEMS = 20;
/** Whoever ends a program this way means it. */
const MEANT: ReadonlySet<string> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Wires the rooms of annealing together. Listens to nothing yet. */
export function openAnnealing(ports: AnnealingPorts): Annealing {
  const { workspace, database, clock, log, settings, releases, alert } = ports;
  const ledger = createErrorLedger({ database, clock, settings });
  const tracking = createTrackingWriter(createTrackingFile({ workspace, database, ledger, clock, log }), { clock, log });
  const sourceMaps = createSourceMaps(workspace);
  const roots = [...new Set([workspace, realPath(workspace)])];
  let fault: string | null = null;
  let cancelNews: (() => void) | null = null;
  // A storm of errors must not become a storm of snapshots.
  const onChange = (): void => {
    cancelNews ??= clock.after(NEWS_MS, () => {
      cancelNews = null;
      ports.onChange();
    });
  };
  let made: { values: readonly string[]; redact: Redact } | null = null;
  const redactor = (): Redact => {
    const values = ports.secretValues();
    if (made === null || made.values !== values) made = { values, redact: createRedactor(values) };
    return made.redact;
  };
  const ending = new AbortController();
  const prover = createProver({ ...ports, settings: () => settings().proof, signal: ending.signal });
  const adviser = createAdviser({
    ...ports, ledger, prover, redactor, onChange,
    settings: () => settings().ai,
    spending: createSpending(database, () => clock.now()),
    signal: ending.signal,
  }); // prettier-ignore
  const annealer = createAnnealer({
    redactor,
    advise: (id) => adviseWhereNoRule(id, ledger, settings().ai, adviser),
    workspace, ledger, prover, releases, log, alert, onChange,
    now: () => clock.now(),
    report: createAnnealingLog({ workspace, clock }),
    onFault: (detail) => {
      fault = detail;
    },
  }); // prettier-ignore
  const fixes = createFixes(database);
  const fixer = createFixer({ ...ports, onChange, ledger, fixes, now: () => clock.now() });
  const onRecorded = (recorded: readonly Recorded[]): void => {
    if (recorded.length === 0) return;
    for (const group of new Set(recorded.flatMap((one) => (one.state === 'regressed' ? [one.group] : []))))
      // Nothing is read for it in a storm: most groups never had a fix.
      if (fixes.newest(group)?.state === 'applied') annealer.before(() => fixer.cameBack(group));
    for (const { due, group } of recorded) if (due) annealer.order(group);
    tracking.changed();
    onChange();
  };
  const intake = createIntake(ledger, onRecorded);

  const eventOf = async (error: ParsedError, place: Place, circumstances: Circumstances): Promise<ErrorEvent> => {
    const event = toEvent(error, place, redactor(), circumstances);
    return { ...event, frames: await sourceMaps.map(event.frames) };
  };
  const recordOne = async (event: ErrorEvent): Promise<AnnealingResult> => resultOf((await intake.record([event]))[0]!);
  const succeeded = (subject: string): string[] => {
    const keys = ledger.succeeded(subject);
    if (keys.length > 0) {
      tracking.changed();
      onChange();
    }
    return keys;
  };
  const programEnded = async (program: EndedProgram): Promise<AnnealingResult | null> => {
    const { argv, exitCode, signal, output } = program;
    const subject = subjectOfProgram(argv, program.cwd);
    if (exitCode === 0) {
      succeeded(subject);
      return null;
    }
    if (signal !== null && MEANT.has(signal)) return null;
    const error = lastError(output) ?? exitError(programName(argv), program, output);
    if (error.type === 'KeyboardInterrupt') return null;
    const cwd = cwdInside(program.cwd, roots);
    const command = cwd === null ? null : { argv: [...argv], cwd, exitCode };
    const context = { command: argv.join(' ') };
    return recordOne(await eventOf(error, { roots, cwd }, { at: clock.now(), source: 'run', subject, command, context }));
  };
  const changed = <T>(value: T): T => {
    tracking.changed();
    onChange();
    return value;
  };
  const watched = createWatched({
    ...ports, onChange, ledger, intake, eventOf, onRecorded,
    place: { roots, cwd: '' },
    redactor,
  }); // prettier-ignore
  /** What a model says stands beside what is known already. */
  const analysedOnce = async (id: number): Promise<void> => {
    if (ledger.group(id).analysis === null) await annealer.analyse(id);
  };
  const settled = async (): Promise<void> => {
    await annealer.settled();
    await tracking.flush();
  };

  return {
    record: (events) => intake.record(events),
    handleError: async (error, context, subject = null, source = 'library') =>
      recordOne(
        await eventOf(
          errorOf(error, context),
          { roots, cwd: '' },
          { at: clock.now(), source, subject, context: factsOf(context) },
        ),
      ),
    programEnded,
    succeeded: (subject) => Promise.resolve(succeeded(subject)),
    groups: (filter) => ledger.groups(filter),
    report: (id, events = 20) => ledger.report(id, events),
    async analyse(id) {
      ledger.group(id);
      await annealer.analyse(id);
      return ledger.report(id, 20);
    },
    setState: (id, state) => changed(ledger.setState(id, state)),
    merge: (from, into) => changed(ledger.merge(from, into)),
    split: (id, fingerprint) => changed(ledger.split(id, fingerprint)),
    list: (filter) => ({
      groups: ledger.groups(filter).map((group) => ({ group, hours: ledger.hours(group.id) })),
      dsn: watched.ingest()?.dsn ?? null,
    }),
    fix: async (id, options) => {
      const done = await fixer.fix(id, options);
      if (done.status === 'APPLIED') tracking.changed();
      return done;
    },
    aiQuestion: async (id) => {
      await analysedOnce(id);
      return adviser.question(id);
    },
    askAi: async (id, options) => {
      await analysedOnce(id);
      return adviser.ask(id, options);
    },
    resume: () => fixer.resume(),
    ingest: () => watched.ingest(),
    address: () => watched.address(),
    summary: () => ledger.summary(),
    problems: () => [
      ...recurringProblems(ledger.groups({ states: REPEATING, limit: MOST_PROBLEMS })),
      ...problemsOf([tracking.fault(), fault], clock.now()),
      ...closedProblem(watched.fault(), clock.now()),
    ],
    attend: () => watched.attend(),
    settled,
    async dispose() {
      ending.abort();
      cancelNews?.();
      await settled().catch((error: unknown) => log.write('error', messageOf(error)));
    },
  };
}

/** By itself only where the settings say so, and the rules have nothing to apply. */
async function adviseWhereNoRule(
  id: number,
  ledger: Pick<ErrorLedger, 'group'>,
  { enabled, when }: AnnealingSettings['ai'],
  adviser: Adviser,
): Promise<void> {
  if (!enabled || when !== 'no-rule' || applicable(ledger.group(id).analysis) !== null) return;
  await adviser.ask(id, { actor: 'nightguard' });
}

const resultOf = ({ key, count, repeats, group }: Recorded): AnnealingResult => ({
  errorKey: key,
  count,
  needsAnnealing: repeats,
  group,
});

/** Whose success takes the counts of a program back: the same program with the same arguments in the same folder. */
const subjectOfProgram = (argv: readonly string[], cwd: string): string =>
  `run:${createHash('sha256')
    .update(JSON.stringify([argv, cwd]))
    .digest('hex')
    .slice(0, 24)}`;

/** Of `python3 a.py` it is the script: all errors would be Python's else. */
const programName = ([program = '', ...args]: readonly string[]): string =>
  (/^(?:python[\d.]*|node|bash|sh|ruby|perl)(?:\.exe)?$/.test(basename(program))
    ? args.find((arg) => !arg.startsWith('-'))
    : undefined) ?? program;

function cwdInside(cwd: string, roots: readonly string[]): string | null {
  for (const root of roots) if (cwd === root) return '';
  return insideOf(cwd, { roots, cwd: null }) ?? relativeInside(realPath(cwd), roots);
}

function relativeInside(cwd: string, roots: readonly string[]): string | null {
  for (const root of roots) {
    const path = relative(root, cwd);
    if (path === '') return '';
    if (!path.startsWith('..') && !path.includes(':')) return path.split(sep).join('/');
  }
  return null;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // It is gone: its name is all there is.
    return path;
  }
}

const closedProblem = (detail: string | null, at: number): Problem[] =>
  detail === null ? [] : [{ code: 'loopback-closed', detail, at, severity: 'warning', release: null }];

const problemsOf = (faults: readonly (string | null)[], at: number): Problem[] =>
  faults.flatMap((detail) =>
    detail === null
      ? []
      : [
          {
            code: detail.includes('is kept as') ? 'log-quarantined' : 'log-unwritable',
            detail,
            at,
            severity: 'warning',
            release: null,
          },
        ],
  );

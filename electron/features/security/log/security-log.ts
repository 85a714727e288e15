import type { Clock } from '../../../kernel/clock.ts';
import { messageOf } from '../../../kernel/errors.ts';
import { createJsonArrayLog } from '../../../kernel/json-array-log.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { asRun, reportOf, runId, type RunRow, type Runs } from '../ledger/runs.ts';
import { toJson } from './to-json.ts';

/** Relative to the workspace; read by 97layerOS's own tools. */
const LOG_PATH = 'knowledge/system/security_update_log.json';

export interface SecurityLog {
  /** Writes every ended run that is not in the file yet. Returns why it could not, or null. */
  project(): Promise<string | null>;
}

export function createSecurityLog({
  workspace,
  runs,
  clock,
  log,
}: {
  workspace: string;
  runs: Runs;
  clock: Clock;
  log: Log;
}): SecurityLog {
  const file = createJsonArrayLog({ path: within(workspace, LOG_PATH), workspace, clock, log });
  return {
    async project() {
      try {
        assertRealFolders(workspace, LOG_PATH, new Set());
        const open = runs.unlogged();
        if (open.length === 0) return null;
        const present = await idsIn(file);
        const missing = open.filter(({ number }) => !present.has(runId(number)));
        if (missing.length > 0) await file.append(missing.map(entryOf), () => earlier(runs, open));
        for (const { number } of open) runs.logged(number);
        return null;
      } catch (error) {
        // The database is the truth and the file its picture: it is written with the next run.
        log.write('warn', 'security_update_log.json could not be written', { error: messageOf(error) });
        return messageOf(error);
      }
    },
  };
}

/** After a crash between writing the file and noting so, the file itself says what it has. */
async function idsIn(file: ReturnType<typeof createJsonArrayLog>): Promise<Set<string>> {
  const content = await file.read();
  if (content.state !== 'ok') return new Set();
  return new Set(content.entries.flatMap((entry) => (isWithRun(entry) ? [entry.run] : [])));
}

const isWithRun = (entry: unknown): entry is { run: string } =>
  typeof entry === 'object' && entry !== null && 'run' in entry && typeof entry.run === 'string';

const MOST = 10_000;

const earlier = (runs: Runs, open: readonly RunRow[]): object[] =>
  runs
    .list(MOST)
    .filter(({ number, status }) => status !== null && !open.some((one) => one.number === number))
    .toReversed()
    .map(entryOf);

const entryOf = (row: RunRow): object => toJson({ ...asRun(row, false), report: reportOf(row) });

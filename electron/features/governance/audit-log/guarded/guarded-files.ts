import { lstatSync, readdirSync } from 'node:fs';
import type { UnloggedChange } from '../../../../../shared/model/governance.ts';
import type { Clock } from '../../../../kernel/clock.ts';
import type { Database } from '../../../../kernel/database.ts';
import { within } from '../../../../kernel/paths.ts';
import { touchedNow, type Touched } from '../port/touched.ts';

/** Files that may change by a logged act only: their hashes as the log last left them. */
export interface GuardedFiles {
  /** Takes the present state below these paths for granted where nothing is recorded yet: once, when guarding begins. */
  begin(under?: readonly string[]): void;
  /** Records the named files, or folders, as they are now: the act that changed them is logged. Others are left as they are recorded. */
  record(paths: readonly string[]): void;
  findUnlogged(): UnloggedChange[];
}

export interface GuardedFilesOptions {
  workspace: string;
  /** Files and folders relative to the workspace, POSIX separators; asked each time, as settings change. */
  paths: () => readonly string[];
  /** Files and folders below them that are not guarded. */
  leaveOut?: LeaveOut;
  database: Database;
  clock: Pick<Clock, 'now'>;
}

/** `path`: relative to the workspace. */
type LeaveOut = (path: string, isFolder: boolean) => boolean;

interface Row {
  path: string;
  hash: string | null;
  at: number;
  entry: number;
}

/** Needs the tables of the audit log. Reads all guarded files on each look: they are few and small. */
export function createGuardedFiles({
  workspace,
  paths,
  leaveOut = () => false,
  database,
  clock,
}: GuardedFilesOptions): GuardedFiles {
  const remember = ({ path, ...seen }: Touched): void => {
    if (seen.state === 'unchecked') return;
    const { n } = database.get<{ n: number }>('SELECT coalesce(max(number), 0) AS n FROM audit_entries') ?? { n: 0 };
    const hash = seen.state === 'file' ? seen.hash : null;
    database.run('INSERT OR REPLACE INTO audit_guarded (path, hash, at, entry) VALUES (?, ?, ?, ?)', path, hash, clock.now(), n);
  };
  const rows = (): Map<string, Row> => new Map(database.all<Row>('SELECT * FROM audit_guarded').map((row) => [row.path, row]));
  const guarded = (): string[] => {
    const roots = paths();
    const known = [...rows().keys()].filter((path) => roots.some((root) => covers(root, path)));
    return [...new Set([...roots.flatMap((root) => filesBelow(workspace, root, leaveOut)), ...known])].toSorted();
  };
  return {
    begin(under) {
      const known = rows();
      const isMeant = (path: string): boolean => under === undefined || under.some((root) => covers(root, path));
      const fresh = guarded().filter((path) => !known.has(path) && isMeant(path));
      database.transaction(() => look(workspace, fresh).forEach(remember));
    },
    record(named) {
      const touched = guarded().filter((path) => named.some((name) => covers(name, path)));
      database.transaction(() => look(workspace, touched).forEach(remember));
    },
    findUnlogged() {
      const known = rows();
      const changes = look(workspace, guarded()).map((now) => compare(now, known.get(now.path)));
      return changes
        .filter((change) => change !== null)
        .filter((change) => !loggedByOthers(change.path, known.get(change.path), remember));
    },
  };

  /** An entry that another program wrote about the file since then, with the file as its target, is its log. */
  function loggedByOthers(path: string, row: Row | undefined, settle: (now: Touched) => void): boolean {
    const found = database.get<{ number: number }>(
      "SELECT number FROM audit_entries WHERE origin = 'foreign' AND number > ? AND (target = ? OR substr(target, -length(?)) = ?) LIMIT 1",
      row?.entry ?? 0,
      path,
      `/${path}`,
      `/${path}`,
    );
    if (found === undefined || row === undefined) return false;
    look(workspace, [path]).forEach(settle);
    return true;
  }
}

const covers = (root: string, path: string): boolean => path === root || path.startsWith(`${root}/`);

/** One at a time: a budget for many files is not meant for these. */
const look = (workspace: string, paths: readonly string[]): Touched[] => paths.flatMap((path) => touchedNow(workspace, [path]));

function compare(now: Touched, row: Row | undefined): UnloggedChange | null {
  const [was, since] = [row?.hash ?? null, row?.at ?? null];
  const { path } = now;
  if (now.state === 'unchecked') return { path, change: 'unreadable', was, is: null, since, detail: now.reason };
  const is = now.state === 'file' ? now.hash : null;
  if (was === is) return null;
  const change = was === null ? 'created' : is === null ? 'removed' : 'changed';
  return { path, change, was, is, since, detail: null };
}

/** The root itself when it is a file or is not there; links are named, so that they show as unreadable, and not followed. */
function filesBelow(workspace: string, root: string, leaveOut: LeaveOut): string[] {
  try {
    if (!lstatSync(within(workspace, root)).isDirectory()) return [root];
    return readdirSync(within(workspace, root), { withFileTypes: true }).flatMap((entry) => {
      const path = `${root}/${entry.name}`;
      if (leaveOut(path, entry.isDirectory())) return [];
      return entry.isDirectory() ? filesBelow(workspace, path, leaveOut) : [path];
    });
  } catch {
    // Looked at as a file, it shows why: absent, unreadable, or not inside the workspace.
    return [root];
  }
}

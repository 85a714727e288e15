import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openDatabase, type Database } from '../../../../../electron/kernel/database.ts';
import { sha256 } from '../../../../../electron/kernel/hash.ts';
import { updatesMigrations } from '../../../../../electron/features/updates/schema.ts';
import { createCancelFlag } from '../../../../../electron/features/updates/survey/cancel.ts';
import { runSurvey } from '../../../../../electron/features/updates/survey/run-survey.ts';
import type { Survey, SurveyRequest, SurveyRow } from '../../../../../electron/features/updates/survey/types.ts';
import { defaultSettings } from '../../../../../shared/model/settings.ts';

/** A Core, a workspace and a database on the real disk, surveyed in this thread. */
export interface SurveyRoom {
  core: string;
  workspace: string;
  database: Database;
  request: SurveyRequest;
  /** Writes `content`; the parents are made. */
  inCore(path: string, content: string): string;
  here(path: string, content: string): string;
  /** Both sides get the content and a survey records that they agree. */
  agreeOn(files: Record<string, string>): Promise<void>;
  look(overrides?: Partial<SurveyRequest>): Promise<Survey>;
  row(key: string, overrides?: Partial<SurveyRequest>): Promise<SurveyRow | undefined>;
  baseOf(key: string): string | undefined;
  dispose(): void;
}

export function createSurveyRoom(): SurveyRoom {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-survey-')));
  const [core, workspace] = [join(root, '내 Core'), join(root, 'workspace')];
  for (const folder of [core, workspace]) mkdirSync(folder);
  const database = openDatabase(join(root, 'state', 'state.db'), updatesMigrations);
  const { include } = defaultSettings().updates;
  const request: SurveyRequest = {
    databasePath: database.path,
    workspace,
    source: core,
    include,
    exclude: [],
    maxFileBytes: 1_000_000,
    archivePath: '.tmp/archive',
    allowStream: false,
    scope: { kind: 'full' },
  };
  const look: SurveyRoom['look'] = (overrides = {}) =>
    runSurvey({ ...request, ...overrides }, { cancel: createCancelFlag(), onProgress: () => undefined, now: Date.now });
  const room: SurveyRoom = {
    core,
    workspace,
    database,
    request,
    inCore: (path, content) => put(join(core, path), content),
    here: (path, content) => put(join(workspace, path), content),
    async agreeOn(files) {
      for (const [path, content] of Object.entries(files)) {
        room.inCore(path, content);
        room.here(path, content);
      }
      await look();
    },
    look,
    row: async (key, overrides) => (await look(overrides)).rows.find((row) => row.key === key),
    baseOf: (key) => database.get<{ hash: string }>('SELECT hash FROM base WHERE key = ?', key)?.hash,
    dispose() {
      database.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return room;
}

export { sha256 };

function put(path: string, content: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Permission bits do not stop root: there, looks as somebody else, who owns the room. */
export async function asOrdinaryUser<T>(room: SurveyRoom, look: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return look();
  execFileSync('chown', ['-R', String(NOBODY), dirname(room.core)]);
  process.seteuid?.(NOBODY);
  try {
    return await look();
  } finally {
    process.seteuid?.(0);
  }
}

const NOBODY = 65534;

export const makeUnreadable = (path: string): void => chmodSync(path, 0o000);

import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createActRecord } from '../../../../electron/kernel/act-record.ts';
import { openDatabase, type Database } from '../../../../electron/kernel/database.ts';
import type { Gate, Judgement } from '../../../../electron/kernel/ports/gate.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import type { Vitals } from '../../../../electron/kernel/ports/vitals.ts';
import { kernelMigrations } from '../../../../electron/kernel/schema.ts';
import { healingMigrations, openHealing, type Healing, type HealingPorts } from '../../../../electron/features/healing/index.ts';
import { processKeeper } from '../../../../electron/platform/headless/process-keeper.ts';
import { createSystemVitals } from '../../../../electron/platform/headless/system-vitals.ts';
import { settingsSchema, type HealingSettings } from '../../../../shared/model/settings.ts';
import { writeTree } from '../../../support/tree.ts';
import { createManualClock, type ManualClock } from '../updates/watch/manual-clock.ts';

/** A workspace on the real disk, looked after by the real monitor, on a clock that the test moves. */
export interface HealingRoom {
  workspace: string;
  stateFolder: string;
  database: Database;
  clock: ManualClock;
  ports: HealingPorts;
  /** Acts that were recorded, with what came of them. */
  acts(): { type: string; target: string; result: string | null }[];
  gate(judgement: Judgement): void;
  open(): Healing;
  dispose(): Promise<void>;
}

/** Far enough from the true time that nothing depends on it. */
export const START = Date.UTC(2027, 0, 15, 12);

/** Whatever this machine is busy with just now is not what is tested. */
const NO_LIMITS = { memoryPercent: 100, diskPercent: 100, inodePercent: 100, loadPerCore: 100 };

export function createHealingRoom(
  healing: Record<string, unknown> = {},
  files: Record<string, string> = {},
  vitals: Partial<Vitals> = {},
  folder = tmpdir(),
): HealingRoom {
  const workspace = realpathSync(mkdtempSync(join(folder, 'nightguard-heal-')));
  const stateFolder = join(workspace, '.nightguard');
  mkdirSync(stateFolder);
  writeTree(workspace, files);
  const database = openDatabase(join(stateFolder, 'state.db'), [...kernelMigrations, ...healingMigrations]);
  const clock = createManualClock(START);
  const settings: HealingSettings = settingsSchema.parse({ healing: { limits: NO_LIMITS, ...healing } }).healing;
  let judgement: Judgement = { verdict: 'allow' };
  const gate: Gate = { judge: () => judgement };
  const opened: Healing[] = [];
  const ports: HealingPorts = {
    workspace,
    stateFolder,
    door: 'test',
    database,
    clock,
    log: silentLog,
    settings: () => settings,
    audit: createActRecord(database, clock),
    gate,
    vitals: { ...createSystemVitals(), ...vitals },
    keeper: processKeeper,
    timings: () => [],
    onChange: () => undefined,
  };
  return {
    workspace,
    stateFolder,
    database,
    clock,
    ports,
    acts: () => database.all('SELECT type, target, result FROM acts ORDER BY number'),
    gate(next) {
      judgement = next;
    },
    open() {
      const healing = openHealing(ports);
      opened.push(healing);
      return healing;
    },
    async dispose() {
      for (const healing of opened) await healing.dispose();
      database.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}

/** Moves the clock on by one look of a monitor that attends, and waits until it is done. */
export async function nextLook(healing: Healing, clock: ManualClock): Promise<void> {
  const before = healing.report()?.at ?? 0;
  // The sign of life waits, and so does the next look.
  await expect.poll(() => clock.pending(), { interval: 2, timeout: 10_000 }).toBe(2);
  clock.advance(30_000);
  await expect.poll(() => healing.report()?.at ?? 0, { interval: 5, timeout: 10_000 }).toBeGreaterThan(before);
}

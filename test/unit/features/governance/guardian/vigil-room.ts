import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { vi } from 'vitest';
import { stringify } from 'yaml';
import type { Guardian, News } from '../../../../../electron/guardian-api.ts';
import type { Clock } from '../../../../../electron/kernel/clock.ts';
import type { Problem } from '../../../../../shared/model/snapshot.ts';
import { createManualClock, type ManualClock } from '../../updates/watch/manual-clock.ts';
import { NOW } from '../support/documents.ts';
import { createImmuneRoom, LOG, type ImmuneRoom } from './immune-room.ts';

export const DAY = 86_400_000;

/** An AAOS that is watched on a clock which a test moves. */
export interface VigilRoom extends ImmuneRoom {
  clock: ManualClock;
  /** Outside of the workspace, as a Drive is. */
  drive: string;
  governance(settings: Record<string, unknown>): void;
  here(path: string, text: string): void;
  remove(path: string): void;
  /** A guardian whose vigil has done its first round. */
  watching(): Promise<Guardian>;
  news: News[];
  /** Everything that Nightguard knows is lost. */
  forget(): void;
  /** Statements on the state, while nobody has it open or besides. */
  sql(statement: string, ...values: (string | number | null)[]): void;
}

export function createVigilRoom(): VigilRoom {
  const room = createImmuneRoom();
  const manual = createManualClock(NOW);
  // Waiting for a lock is not a matter of the day's time.
  const clock: ManualClock & Clock = { ...manual, sleep: (ms) => delay(ms) };
  const at = (path: string): string => join(room.workspace, path);
  const drive = join(room.folder, 'Drive');
  mkdirSync(drive);
  const news: News[] = [];
  // What the immune system's DNA refers to.
  mkdirSync(at('02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL'));
  writeFileSync(at('02_AAOS-Immune_system/SWARM_INQUISITOR_SKILL/SKILL.md'), '# Skill\n');
  return {
    ...room,
    clock,
    drive,
    news,
    governance: (settings) =>
      writeFileSync(at('nightguard.yaml'), stringify({ updates: { source: room.core, quietSeconds: 0 }, governance: settings })),
    here(path, text) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
    async watching() {
      const guardian = await room.guardian(clock);
      guardian.onNews((item) => news.push(item));
      await guardian.watch();
      await vi.waitFor(async () => {
        // The scan comes after the round.
        if ((await guardian.governance.constitution(false)).tree === null) throw new Error('no round yet');
      });
      return guardian;
    },
    forget: () => rmSync(at('.nightguard'), { recursive: true, force: true }),
    sql(statement, ...values) {
      const database = new DatabaseSync(at('.nightguard/state.db'), { timeout: 2000 });
      database.prepare(statement).run(...values);
      database.close();
    },
  };
}

/** Problems of a guardian with this code. */
export const problemsOf = (guardian: Guardian, code: Problem['code']): Problem[] =>
  guardian.snapshot().problems.filter((problem) => problem.code === code);

/** Lets time pass in small steps until something holds. */
export const until = (room: VigilRoom, holds: () => boolean, what: string): Promise<void> =>
  vi.waitFor(
    () => {
      room.clock.advance(500);
      if (!holds()) throw new Error(`not yet: ${what}`);
    },
    { timeout: 5000, interval: 20 },
  );

export { LOG };

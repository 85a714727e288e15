import { lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeFileAtomic } from '../../../kernel/atomic-file.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { errnoOf } from '../../../kernel/errors.ts';
import { localIso } from '../../../kernel/local-time.ts';
import { assertRealFolders, within } from '../../../kernel/paths.ts';
import type { Log } from '../../../kernel/ports/log.ts';
import { quarantineFile } from '../../../kernel/quarantine.ts';

/** What other tools read under `self_healing`. Times are epoch milliseconds here. */
export interface SelfHealing {
  health: { isHealthy: boolean; lastCheck: number; issues: number; autoFixes: number; uptimeSeconds: number };
  cycles: readonly (readonly string[])[];
  graphSize: number;
  samples: readonly { at: number; usageMb: number; increaseMb: number }[];
  warnings: readonly {
    at: number;
    baselineMb: number;
    currentMb: number;
    increaseMb: number;
    thresholdMb: number;
    process: string;
  }[];
}

const PATH = 'knowledge/system_state.json';
const anObject = z.record(z.string(), z.unknown());
const two = (value: number): number => Math.round(value * 100) / 100;

/** The key `self_healing` of knowledge/system_state.json. Every other key stays as it is; a file that cannot be parsed is set aside first. */
export function createSystemState({ workspace, clock, log }: { workspace: string; clock: Clock; log: Log }) {
  return {
    async write(state: SelfHealing): Promise<void> {
      const path = within(workspace, PATH);
      assertRealFolders(workspace, PATH, new Set());
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
        log.write('warn', 'knowledge/system_state.json is a symbolic link: nothing is written through it');
        return;
      }
      mkdirSync(within(workspace, 'knowledge'), { recursive: true });
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const text = readText(path);
        const others = text === null ? {} : parse(text);
        if (others === null) {
          const quarantined = await quarantineFile(workspace, path, clock);
          log.write('warn', 'knowledge/system_state.json was unreadable and is kept in the quarantine', { quarantined });
          continue;
        }
        const next = { ...others, self_healing: { ...ownKeys(others['self_healing']), ...projection(state) } };
        // Somebody has written meanwhile: their keys must not get lost.
        if (readText(path) !== text) continue;
        await writeFileAtomic(path, `${JSON.stringify(next, null, 2)}\n`);
        return;
      }
      log.write('warn', 'knowledge/system_state.json is being written by another program all the time');
    },
  };
}

const ATTEMPTS = 5;

function readText(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    // Bytes that are no text are as unreadable as text that is no JSON.
    if (error instanceof TypeError) return '\0';
    throw error;
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const parsed = anObject.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: the caller sets it aside.
    return null;
  }
}

/** Keys below ours that we do not know are kept, too. */
const ownKeys = (value: unknown): Record<string, unknown> => anObject.safeParse(value).data ?? {};

function projection({ health, cycles, graphSize, samples, warnings }: SelfHealing): Record<string, unknown> {
  return {
    health: {
      status: health.isHealthy ? 'HEALTHY' : 'DEGRADED',
      last_check: localIso(health.lastCheck),
      issues: health.issues,
      auto_fixes: health.autoFixes,
      uptime_seconds: health.uptimeSeconds,
    },
    circular_dependencies: {
      total_cycles_detected: cycles.length,
      recent_cycles: cycles.slice(0, MOST_CYCLES),
      dependency_graph_size: graphSize,
    },
    memory_status: {
      samples: samples.map(({ at, usageMb, increaseMb }) => ({
        timestamp: localIso(at),
        usage_mb: two(usageMb),
        increase_mb: two(increaseMb),
      })),
      warnings: warnings.map(({ at, baselineMb, currentMb, increaseMb, thresholdMb, process }) => ({
        timestamp: localIso(at),
        baseline_mb: two(baselineMb),
        current_mb: two(currentMb),
        increase_mb: two(increaseMb),
        threshold_mb: thresholdMb,
        process,
      })),
    },
  };
}

const MOST_CYCLES = 10;

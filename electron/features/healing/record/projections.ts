import type { HealthReport } from '../../../../shared/model/healing.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { HealingPorts } from '../ports.ts';
import type { MemoryCourse } from '../processes/memory-course.ts';
import type { ObservedProcess } from '../processes/watch-process.ts';
import { createHealthLog } from './health-log.ts';
import { createSystemState, type SelfHealing } from './system-state.ts';

interface Latest {
  /** Since this Nightguard began. */
  fixes: number;
  graphSize: number;
  own: MemoryCourse;
  observed: readonly ObservedProcess[];
}

const MOST_SAMPLES = 10;
const MOST_WARNINGS = 10;

/** The files that other tools read. That one of them cannot be written is logged, and keeps nothing from being healed. */
export function createProjections(ports: Pick<HealingPorts, 'workspace' | 'clock' | 'log' | 'settings'>) {
  const { clock, log } = ports;
  const state = createSystemState(ports);
  const journal = createHealthLog(ports);
  const began = clock.now();
  let warnings: SelfHealing['warnings'] = [];
  let told = '';
  return {
    async write(report: HealthReport, { fixes, graphSize, own, observed }: Latest): Promise<void> {
      warnings = [...warnings, ...leaks(observed, clock.now(), warnings)].slice(-MOST_WARNINGS);
      const uptimeSeconds = Math.max(0, Math.round((clock.now() - began) / 1000));
      // Readers know two states: what could not be checked is not healthy.
      const isHealthy = report.status === 'HEALTHY';
      const baseline = own.baselineMb() ?? 0;
      const counts = { issues: report.issues.length, autoFixes: fixes, uptimeSeconds, isHealthy };
      try {
        await state.write({
          health: { ...counts, lastCheck: report.at },
          cycles: report.cycles.map(({ path }) => path),
          graphSize,
          samples: own.newest(MOST_SAMPLES).map(({ at, mb }) => ({ at, usageMb: mb, increaseMb: mb - baseline })),
          warnings,
        });
        await journal.note(counts);
        told = '';
      } catch (error) {
        const message = messageOf(error);
        if (message !== told) log.write('warn', 'The health could not be written for other tools', { cause: message });
        told = message;
      }
    },
  };
}

/** One warning a leak, not one a look. */
function leaks(observed: readonly ObservedProcess[], at: number, known: SelfHealing['warnings']): SelfHealing['warnings'] {
  return observed.flatMap((one) => {
    const verdict = one.verdict();
    const { name, memoryMb } = one.settings;
    const since = one.known()?.since ?? 0;
    if (verdict.state !== 'leaking' || known.some((warning) => warning.process === name && warning.at >= since)) return [];
    const { baselineMb, currentMb, increaseMb } = verdict;
    return [{ at, baselineMb, currentMb, increaseMb, thresholdMb: memoryMb, process: name }];
  });
}

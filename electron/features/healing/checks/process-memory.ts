import type { LeakVerdict } from '../forecast/leak.ts';
import { treatLeak } from '../processes/treat-process.ts';
import type { ObservedProcess, ProcessContext } from '../processes/watch-process.ts';
import { createCheck, failed, passed, unknown, type Check, type Finding } from './check.ts';

/** Whether a watched process leaks memory, or is about to. */
export const processMemory = (observed: ObservedProcess, context: ProcessContext, isOurs: () => boolean): Check =>
  createCheck({
    id: `process.${observed.settings.name}.memory`,
    category: 'processes',
    severity: 'ERROR',
    applicable: () => observed.found()?.state === 'running',
    check() {
      const found = observed.found();
      if (found?.state !== 'running') return unknown(`${observed.settings.name} does not run.`);
      return ofVerdict(observed.settings.name, observed.verdict(), found.process.memoryMb);
    },
    // What only rises is told, and left alone.
    fix: async (fixing) => (isOurs() && observed.verdict().state === 'leaking' ? treatLeak(observed, context, fixing) : null),
  });

/** What a verdict means, in words. */
export function ofVerdict(name: string, verdict: LeakVerdict, mb: number): Finding {
  switch (verdict.state) {
    case 'steady':
      return passed(`${name} uses ${whole(mb)} MB.`);
    case 'rising':
      return failed(`${name} uses ${whole(mb)} MB, and ${whole(verdict.mbPerHour)} MB more each hour.`, 'WARNING');
    case 'leaking': {
      const { currentMb, increaseMb, baselineMb } = verdict;
      return failed(
        `${name} leaks memory: ${whole(currentMb)} MB are ${whole(increaseMb)} MB above its baseline of ${whole(baselineMb)} MB.`,
      );
    }
  }
}

const whole = (mb: number): string => String(Math.round(mb));

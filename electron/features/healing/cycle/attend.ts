import type { Disposable } from '../../../kernel/disposables.ts';
import { messageOf } from '../../../kernel/errors.ts';
import type { HealingPorts } from '../ports.ts';
import { beat } from '../watchdog/heartbeat.ts';

/** A start has enough to do. Milliseconds. */
const FIRST_MS = 10_000;

/** Looks again and again, one timer at a time, and gives a sign of life. `look` is told how late its timer came, in milliseconds. */
export function attendTo(
  { clock, log, settings, stateFolder }: Pick<HealingPorts, 'clock' | 'log' | 'settings' | 'stateFolder'>,
  stop: AbortSignal,
  look: (lateMs: number, isFirst: boolean) => Promise<void>,
): Disposable {
  let cancel: () => void = () => undefined;
  let isFirst = true;
  const arm = (ms: number): void => {
    if (stop.aborted) return;
    const [due, dueByClock] = [performance.now() + ms, clock.now() + ms];
    // By both clocks: one of them runs on while the machine sleeps.
    cancel = clock.after(ms, () => void turn(Math.max(0, Math.min(performance.now() - due, clock.now() - dueByClock))));
  };
  const turn = async (lateMs: number): Promise<void> => {
    try {
      if (settings().enabled && !stop.aborted) {
        await look(lateMs, isFirst);
        isFirst = false;
      }
    } catch (error) {
      if (!stop.aborted) log.write('error', 'The health could not be looked after', { cause: messageOf(error) });
    } finally {
      arm(settings().intervalSeconds * 1000);
    }
  };
  const heart = beat(stateFolder, settings().watchdog.beatSeconds * 1000, clock, log);
  arm(Math.min(FIRST_MS, settings().intervalSeconds * 1000));
  return {
    async dispose() {
      cancel();
      await heart.dispose();
    },
  };
}

import type { Activity } from '../../shared/model/snapshot.ts';
import type { Guardian } from '../guardian-api.ts';
import type { Session } from './session.ts';

/** Work that ends sooner shows nothing: it would only flicker. Milliseconds. */
const PATIENCE_MS = 1000;

interface Bar {
  show(activity: Activity): void;
  clear(): void;
}

/** Runs `work`; when it takes longer than a second and a person watches, a bar on standard error says how far it is. */
export async function withProgress<T>(guardian: Guardian, session: Session, work: () => Promise<T>): Promise<T> {
  if (session.host.stderr.isTTY !== true) return work();
  let bar: Bar | undefined;
  let latest: Activity | null = null;
  let isOver = false;
  const unsubscribe = guardian.onSnapshot(({ activity }) => {
    latest = activity;
    if (activity !== null) bar?.show(activity);
  });
  const appear = async (): Promise<void> => {
    const made = await createBar(session);
    if (isOver) return;
    bar = made;
    if (latest !== null) made.show(latest);
  };
  const timer = setTimeout(() => {
    void appear();
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    isOver = true;
    clearTimeout(timer);
    unsubscribe();
    bar?.clear();
  }
}

const CELLS = 24;

/** What the line says: the phase, and a bar where the end of it is known. */
interface Line {
  phase: string;
  isCounted: boolean;
}

async function createBar({ host, voice }: Session): Promise<Bar> {
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    stream: host.stderr,
    clearOnComplete: true,
    // Signals are ours; and a cursor that was never hidden is there after any end.
    gracefulExit: false,
    hideCursor: false,
    format: (_, { value, total, progress }, { phase, isCounted }: Line) => {
      if (!isCounted) return `${phase}…`;
      const full = Math.round(progress * CELLS);
      return `${phase}  ${'#'.repeat(full)}${'.'.repeat(CELLS - full)}  ${value}/${total}`;
    },
  });
  let isOn = false;
  return {
    show({ phase, done, total }) {
      const line: Line = { phase: voice.t(`panel.phase.${phase}`), isCounted: total > 0 && phase !== 'waiting' };
      if (!isOn) bar.start(total, done, line);
      isOn = true;
      bar.setTotal(total);
      bar.update(done, line);
    },
    clear() {
      if (isOn) bar.stop();
      isOn = false;
    },
  };
}

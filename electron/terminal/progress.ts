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
  const unsubscribe = guardian.onSnapshot(({ activity }) => {
    latest = activity;
    if (activity !== null) bar?.show(activity);
  });
  const timer = setTimeout(() => {
    void createBar(session).then((made) => {
      bar = made;
      if (latest !== null) made.show(latest);
    });
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    unsubscribe();
    bar?.clear();
  }
}

async function createBar({ host, voice }: Session): Promise<Bar> {
  const { SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar({
    stream: host.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
    barCompleteChar: '#',
    barIncompleteChar: '.',
    format: (_, { value, total, progress }, { phase }: { phase: string }) => {
      if (total === 0) return `${phase}…`;
      const full = Math.round(progress * 24);
      return `${phase}  ${'#'.repeat(full)}${'.'.repeat(24 - full)}  ${value}/${total}`;
    },
  });
  let isOn = false;
  return {
    show({ phase, done, total }) {
      const text = { phase: voice.t(`panel.phase.${phase}`) };
      if (!isOn) bar.start(total, done, text);
      isOn = true;
      bar.setTotal(total);
      bar.update(done, text);
    },
    clear() {
      if (isOn) bar.stop();
      isOn = false;
    },
  };
}

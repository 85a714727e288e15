import type { Guardian } from '../guardian-api.ts';
import type { Session } from './session.ts';

/** Runs `work`; where a person watches, each phase is a line on standard error. */
export async function withSecurityProgress<T>(
  guardian: Guardian,
  { host, output, voice }: Session,
  work: () => Promise<T>,
): Promise<T> {
  if (host.stderr.isTTY !== true) return work();
  let shown: string | null = null;
  const unsubscribe = guardian.onSnapshot(({ security: { running } }) => {
    if (running !== null && running !== shown) output.note(`${voice.t(`panel.security.running.${running}`)}…`);
    shown = running;
  });
  try {
    return await work();
  } finally {
    unsubscribe();
  }
}

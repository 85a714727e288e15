import { openLoopback } from '../features/loopback/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { createHubPost } from '../kernel/hub/hub-message.ts';
import { readHub } from '../kernel/hub/read-hub.ts';
import type { LoopbackApi } from '../kernel/ports/loopback-api.ts';
import type { Snapshot } from '../../shared/model/snapshot.ts';
import type { Duties } from './snapshot-of.ts';

interface LoopbackWiring {
  workspace: string;
  version: string;
  clock: Clock;
  snapshot: () => Snapshot;
  /** Asked when a request comes: they are not all there yet when this is wired. */
  duties: () => Pick<Duties, 'healing' | 'rituals' | 'alerts'>;
}

/** What programs and agents of this machine may ask, answered by the duties. */
export const wireLoopback = ({ workspace, version, clock, snapshot, duties }: LoopbackWiring): LoopbackApi =>
  openLoopback({
    version,
    clock,
    snapshot,
    rituals: async () => (await duties().rituals.list()).rituals,
    outbox() {
      const { channels } = duties().alerts.view(1);
      return {
        waiting: channels.reduce((sum, { waiting }) => sum + waiting, 0),
        dead: channels.filter(({ state }) => state === 'dead').map(({ id }) => id),
      };
    },
    calls: {
      enter: (call) => duties().healing.calls.enter(call),
      exit: (call) => duties().healing.calls.exit(call),
    },
    beat: (beat) => duties().healing.beat(beat),
    post: createHubPost(workspace, clock),
    hub: (since) => readHub(workspace, since),
  });

import type { Snapshot } from '../../../shared/model/snapshot.ts';
import type { RitualStanding } from '../../../shared/model/rituals.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { PostToHub } from '../../kernel/hub/hub-message.ts';
import type { ReceivedMessage } from '../../kernel/hub/read-hub.ts';

/** An agent that says it is there. */
export interface AgentBeat {
  agent: string;
  name?: string | undefined;
  /** What it works at; null when it rests. */
  task: string | null;
}

export type CallAnswer =
  | { allowed: true; depth: number }
  | { allowed: false; reason: 'cycle' | 'too-deep' | 'too-many'; cycle: readonly string[] };

/** What the interface needs of the house: it has nothing of its own. */
export interface LoopbackPorts {
  version: string;
  clock: Clock;
  snapshot: () => Snapshot;
  rituals: () => Promise<readonly RitualStanding[]>;
  /** Messages that wait to be sent, and channels that are dead. */
  outbox: () => { waiting: number; dead: readonly string[] };
  calls: {
    enter(call: { chain: string; callee: string }): CallAnswer;
    exit(call: { chain: string; callee: string }): boolean;
  };
  beat: (beat: AgentBeat) => void;
  post: PostToHub;
  /** Messages whose files were written after a time, oldest first. */
  hub: (since: number) => readonly ReceivedMessage[];
}

import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { writeFileAtomic } from '../atomic-file.ts';
import type { Clock } from '../clock.ts';
import { compactLocal, localIso } from '../local-time.ts';
import { assertRealFolders, within } from '../paths.ts';

/** A message of the agents' hub, as its readers know it. */
export interface HubMessage {
  from: string;
  to: string;
  type: 'request' | 'response' | 'broadcast' | 'query' | 'vote' | 'decision' | 'status';
  data: Record<string, unknown>;
}

/** Puts a message into the hub's folder, durable on return. Returns its id. @throws AppError `unsafe-path`, `disk-full` */
export type PostToHub = (message: HubMessage) => Promise<string>;

const HUB = 'knowledge/agent_hub';

/** One file a message, named by its time, so that a listing is in order and two never meet. */
export const createHubPost =
  (workspace: string, clock: Pick<Clock, 'now'>): PostToHub =>
  async ({ from, to, type, data }) => {
    const id = randomUUID();
    const now = clock.now();
    const path = `${HUB}/${compactLocal(now)}_${id.slice(0, 8)}.json`;
    assertRealFolders(workspace, path, new Set());
    mkdirSync(within(workspace, HUB), { recursive: true });
    const message = { id, timestamp: localIso(now), from, to, type, data };
    await writeFileAtomic(within(workspace, path), `${JSON.stringify(message, null, 2)}\n`);
    return id;
  };

import { enter, exit, heartbeat } from './agents.ts';
import { post, read, stream } from './hub.ts';
import { metrics } from './metrics.ts';
import type { Route } from './route.ts';
import { status } from './status.ts';

/** All that may be asked. The description of the interface is made of this list. */
export const routes: readonly Route[] = [status, heartbeat, post, read, stream, enter, exit, metrics];

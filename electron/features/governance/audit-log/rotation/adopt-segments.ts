import { dirname, join } from 'node:path';
import { walkFirst } from '../chain/walk-file.ts';
import { AuditBroken } from '../broken.ts';
import type { AuditContext } from '../context.ts';
import { look, type Head } from '../ledger/head.ts';
import { readBridge, type Bridge } from './bridge.ts';
import { closeSegment } from './continue-rotation.ts';

const MOST_SEGMENTS = 100_000;

/** For a database that knows nothing of a log with closed segments (it was lost, say): follows the bridges back and takes in the oldest first. */
export function adoptSegments(context: AuditContext, empty: Head): Head {
  const bridges = bridgesOf(context.path);
  let head: Head = { ...empty, segment: bridges.at(-1)?.segment ?? empty.segment };
  for (const bridge of bridges.toReversed()) {
    const number = closeSegment(context, head, bridge);
    head = { ...empty, segment: bridge.segment + 1, number };
  }
  return head;
}

/** Newest first. */
function bridgesOf(path: string): Bridge[] {
  const bridges: Bridge[] = [];
  for (let file = path; bridges.length < MOST_SEGMENTS;) {
    const first = walkFirst(file);
    const bridge = first === null ? null : readBridge(first.fields);
    if (bridge === null) break;
    bridges.push(bridge);
    file = join(dirname(path), bridge.path);
    if (look(file) === null) {
      const detail = `the log continues ${bridge.path}, which is not there`;
      throw new AuditBroken([
        { rule: 'segment-missing', segment: bridge.segment, file: bridge.path, entry: null, offset: 0, detail },
      ]);
    }
  }
  return bridges;
}

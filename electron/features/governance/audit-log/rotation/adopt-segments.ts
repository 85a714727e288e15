import { dirname, join } from 'node:path';
import { walkFirst } from '../chain/walk-file.ts';
import { AuditBroken } from '../broken.ts';
import type { AuditContext } from '../context.ts';
import { look, type Head } from '../ledger/head.ts';
import type { Break } from '../types.ts';
import { readBridge, type Bridge } from './bridge.ts';
import { closeSegment } from './continue-rotation.ts';

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

/** Newest first. Each leads to the one numbered before it: a bridge that leads back or around is none. */
function bridgesOf(path: string): Bridge[] {
  const bridges: Bridge[] = [];
  const refuse = ({ segment, path: file }: Bridge, rule: Break['rule'], detail: string): never => {
    throw new AuditBroken([{ rule, segment, file, entry: null, offset: 0, detail }]);
  };
  for (let file = path; ;) {
    const first = walkFirst(file);
    const bridge = first === null ? null : readBridge(first.fields);
    if (bridge === null) return bridges;
    const newer = bridges.at(-1);
    if (newer !== undefined && bridge.segment !== newer.segment - 1)
      return refuse(newer, 'segment-changed', `it continues segment ${bridge.segment}, which is not the one before it`);
    bridges.push(bridge);
    file = join(dirname(path), bridge.path);
    if (look(file) === null) return refuse(bridge, 'segment-missing', `the log continues ${bridge.path}, which is not there`);
  }
}

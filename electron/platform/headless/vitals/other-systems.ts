import type { HostVitals, Vitals } from '../../../kernel/ports/vitals.ts';

/** One listing of processes costs up to a second of CPU on Windows: within this time it is asked for once. Milliseconds. */
const FRESH_MS = 20_000;

/** Loaded late: Linux never needs it. */
const library = () => import('systeminformation');
type Listing = Awaited<ReturnType<Awaited<ReturnType<typeof library>>['processes']>>;

let listing: { at: number; found: Promise<Listing> } | undefined;

function list(): Promise<Listing> {
  const now = performance.now();
  if (listing === undefined || now - listing.at > FRESH_MS) {
    listing = { at: now, found: library().then(({ processes }) => processes()) };
  }
  return listing.found;
}

/** macOS and Windows. Which files are open is not known there. */
export const otherProcesses: Pick<Vitals, 'process' | 'commands' | 'openAmong'> = {
  async process(pid) {
    const found = (await list()).list.find((one) => one.pid === pid);
    if (found === undefined || /zombie/i.test(found.state)) return null;
    const startedAt = Date.parse(found.started);
    const memoryMb = found.memRss / 1024;
    return { pid, start: found.started || null, startedAt: Number.isNaN(startedAt) ? null : startedAt, memoryMb };
  },
  async commands() {
    const { list: found } = await list();
    return found
      .filter(({ pid }) => pid !== process.pid)
      .map(({ pid, command, path, params }) => ({ pid, command: `${path || command} ${params}`.trim() }));
  },
  openAmong: () => Promise.resolve(null),
};

/** Node's own figure counts the file cache of macOS as used. */
export async function otherMemory(): Promise<HostVitals['memory']> {
  const { total, available } = await (await library()).mem();
  return total > 0 ? { totalMb: total / MB, availableMb: available / MB } : null;
}

const MB = 1024 * 1024;

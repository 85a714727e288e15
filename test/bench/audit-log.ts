// Measures the audit log: what an append costs as the log grows, and verification beside the independent verifier in Python.
// Prints figures and ratios; asserts nothing about time. Run: node test/bench/audit-log.ts [entries of the largest log]
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { renderEntry } from '../../electron/features/governance/audit-log/format/render.ts';
import {
  auditMigrations,
  createAuditLog,
  verifyFile,
  type AuditLog,
} from '../../electron/features/governance/audit-log/index.ts';
import { systemClock } from '../../electron/kernel/clock.ts';
import { openDatabase } from '../../electron/kernel/database.ts';
import { silentLog } from '../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../electron/kernel/schema.ts';
import { oracleTime } from '../support/audit-oracle/ask-oracle.ts';

const LARGEST = Number(process.argv[2] ?? 1_000_000);
const APPENDS = 300;
const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-audit-'));

/** Renders a log straight to its file, thousands of entries a write. */
function generate(path: string, entries: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'w');
  let [previous, pending] = ['GENESIS', ''];
  for (let n = 0; n < entries; n += 1) {
    const target = `02_AAOS-Swarm/${n % 97}/DNA_BLUEPRINT.md`;
    const fields = {
      timestamp: '2026-02-15T03:00:00Z',
      type: 'blueprint-judgment',
      target,
      result: 'Canonical',
      reasons: ['OK', '정통성 확인'],
      notes: '',
    };
    const { text, hash } = renderEntry(fields, previous);
    previous = hash;
    pending += text;
    if (pending.length > 1 << 20 || n === entries - 1) {
      writeSync(descriptor, pending);
      pending = '';
    }
  }
  closeSync(descriptor);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const since = (start: number): number => performance.now() - start;

interface Prepared {
  entries: number;
  audit: AuditLog;
  adoptMs: number;
  close: () => void;
}

async function prepare(entries: number): Promise<Prepared> {
  const workspace = join(folder, String(entries));
  const path = join(workspace, 'AUDIT_LOG.md');
  generate(path, entries);
  const database = openDatabase(join(workspace, '.nightguard', 'state.db'), [...kernelMigrations, ...auditMigrations]);
  const limits = { maxLogKb: Number.MAX_SAFE_INTEGER, maxEntries: Number.MAX_SAFE_INTEGER };
  const audit = createAuditLog({ workspace, path, database, clock: systemClock, limits, log: silentLog });
  const start = performance.now();
  const taken = await audit.verify({ level: 'quick' });
  if (taken.state !== 'intact') throw new Error(`The generated log does not verify: ${JSON.stringify(taken)}`);
  return { entries, audit, adoptMs: since(start), close: () => database.close() };
}

const append = (audit: AuditLog): number => {
  const start = performance.now();
  audit.append({ type: 'auto-enforcement', target: 'bench', result: 'Canonical', reasons: ['OK'] });
  return since(start);
};

const sizes = [10, 10_000, LARGEST];
try {
  const logs: Prepared[] = [];
  for (const entries of sizes) logs.push(await prepare(entries));
  const times = new Map(sizes.map((entries) => [entries, [] as number[]]));
  // In turns, so that whatever else the machine does falls on all sizes alike.
  for (let n = 0; n < APPENDS + 10; n += 1) {
    for (const { entries, audit } of logs) {
      const took = append(audit);
      if (n >= 10) times.get(entries)?.push(took);
    }
  }
  const medians: number[] = [];
  for (const { entries, adoptMs } of logs) {
    const sorted = (times.get(entries) ?? []).toSorted((a, b) => a - b);
    medians.push(quantile(sorted, 0.5));
    console.log(
      `append at ${entries} entries: p50 ${quantile(sorted, 0.5).toFixed(2)} ms, p99 ${quantile(sorted, 0.99).toFixed(2)} ms (first look: ${adoptMs.toFixed(0)} ms)`,
    );
  }
  console.log(`append p50, largest log to smallest: ${((medians.at(-1) ?? 0) / (medians[0] ?? 1)).toFixed(2)}`);

  const tenThousand = join(folder, 'verify.md');
  generate(tenThousand, 10_000);
  const python = oracleTime(tenThousand);
  const walks = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const verdict = verifyFile(tenThousand);
    const took = since(start);
    if (!verdict.intact || verdict.entries !== python.entries || verdict.hash !== python.head)
      throw new Error('The two verifiers disagree');
    return took;
  });
  const pythonMs = (python.seconds ?? 0) * 1000;
  console.log(
    `verify 10000 entries: first ${(walks[0] ?? 0).toFixed(0)} ms, best of 5 ${Math.min(...walks).toFixed(0)} ms; Python, best of 3: ${pythonMs.toFixed(0)} ms`,
  );
  console.log(
    `verify, ours to Python's: ${(Math.min(...walks) / pythonMs).toFixed(2)} (first run ${((walks[0] ?? 0) / pythonMs).toFixed(2)})`,
  );
  for (const { entries, audit } of logs.slice(1)) {
    const result = await audit.verify({ level: 'full' });
    console.log(
      `full verification against the database, ${entries} entries: ${result.durationMs.toFixed(0)} ms, ${result.state}`,
    );
  }
  for (const { close } of logs) close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

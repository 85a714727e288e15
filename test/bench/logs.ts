import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLogs } from '../../electron/features/logs/index.ts';
import { redact } from '../../electron/kernel/redact.ts';
import { ALL_LINES } from '../../shared/model/logs.ts';

/** A log of a million lines: counted, searched and read by page, beside what the system's own tools need for the same file. */
const COUNT = 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'nightguard-bench-logs-'));
const file = join(folder, 'nightguard.log');
const line = (index: number): string =>
  JSON.stringify({
    at: new Date(1_790_000_000_000 + index * 1000).toISOString(),
    level: index % 9 === 0 ? 'error' : 'info',
    message: `line ${index} R-0042`,
  });
writeFileSync(file, `${Array.from({ length: COUNT }, (_, index) => line(index)).join('\n')}\n`);

const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
const tool = (command: string, ...args: string[]): Promise<number> => timed(() => spawnSync(command, args));
const logs = openLogs({
  workspace: folder,
  auditLog: () => null,
  applicationLog: file,
  rituals: { runs: () => [], output: () => '' },
  redactor: () => redact,
});
const wanted = { ...ALL_LINES, text: 'line \\d*77 ', regex: true };

try {
  await tool('wc', '-l', file);
  const [wc, grep] = [await tool('wc', '-l', file), await tool('grep', '-cE', 'line [0-9]*77 ', file)];
  const counted = await timed(() => logs.view('application', ALL_LINES));
  const again = await timed(() => logs.view('application', ALL_LINES));
  const searched = await timed(() => logs.view('application', wanted));
  const pages: number[] = [];
  for (let step = 0; step < 200; step += 1)
    pages.push(await timed(() => logs.page('application', ALL_LINES, (step * 7919 * 61) % (COUNT - 200), 200)));
  pages.sort((a, b) => a - b);
  const at = (share: number): string => (pages[Math.floor(pages.length * share)] ?? 0).toFixed(1);
  console.log(
    `count ${COUNT} lines: ${counted.toFixed(0)} ms, wc -l ${wc.toFixed(0)} ms, ratio ${(counted / wc).toFixed(1)} (starts a thread)`,
  );
  console.log(`count again, nothing new: ${again.toFixed(2)} ms`);
  console.log(
    `search by expression: ${searched.toFixed(0)} ms, grep -E ${grep.toFixed(0)} ms, ratio ${(searched / grep).toFixed(1)}`,
  );
  console.log(
    `page of 200 lines: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms; memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
  );
} finally {
  await logs.dispose();
  rmSync(folder, { recursive: true, force: true });
}

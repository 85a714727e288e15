import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterAll, describe, expect, it } from 'vitest';
import { open } from './support/open.ts';

const CORPUS = join(import.meta.dirname, '../../../fixtures/annealing');
const HEADER = /^(?:#|\/\/) rule: ([\w-]+), outcome: ([\w-]+)/;

interface Row {
  rule: string;
  outcome: string;
}
const rows: Row[] = [];

const programs = ['python', 'node'].flatMap((folder) =>
  readdirSync(join(CORPUS, folder))
    .filter((name) => /\.(?:py|[cm]js)$/.test(name))
    .map((name) => join(folder, name)),
);

interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

const run = (cwd: string, argv: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
    const child = execFile(argv[0]!, argv.slice(1), { cwd, encoding: 'utf8', env }, (_, stdout, stderr) =>
      resolve({ status: child.exitCode, signal: child.signalCode, stdout, stderr }),
    );
  });

/** In a fresh folder each: captures the failure, analyses it, and looks at what was proposed. */
async function anneal(program: string): Promise<{ rule: string; outcome: string; detail: string }> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-corpus-')));
  const name = program.slice(program.indexOf('/') + 1);
  copyFileSync(join(CORPUS, program), join(workspace, name));
  const argv = [name.endsWith('.py') ? 'python3' : process.execPath, name];
  const opened = open(workspace);
  try {
    const { status, signal, stdout, stderr } = await run(workspace, argv);
    const ended = await opened.annealing.programEnded({
      argv,
      cwd: workspace,
      exitCode: status,
      signal,
      output: stdout + stderr,
    });
    const { group } = await opened.annealing.analyse(ended!.group);
    const [suggestion] = group.analysis!.suggestions;
    if (suggestion === undefined) return { rule: '-', outcome: 'no-rule', detail: group.key };
    const { rule, patch, noPatch, proof } = suggestion;
    if (patch === null) return { rule, outcome: noPatch === null ? 'advice' : 'none', detail: noPatch ?? '' };
    const sound = await run(workspace, [...argv, 'ok']);
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    // Whatever the proof says: with good input the patched program does what it did.
    const patched = applyPatch(readFileSync(join(workspace, name), 'utf8'), patch.unified);
    expect(patched).not.toBe(false);
    writeFileSync(join(workspace, name), patched as string);
    const after = await run(workspace, [...argv, 'ok']);
    expect([after.status, after.stdout]).toEqual([0, sound.stdout]);
    return { rule, outcome: proof?.verdict ?? 'none', detail: `${proof?.reason ?? ''}\n${patch.unified}` };
  } finally {
    await opened.dispose();
    rmSync(workspace, { recursive: true, force: true });
  }
}

describe('the corpus of failing programs', () => {
  it.concurrent.each(programs)('%s is met by the rule, and with the outcome, that its head names', async (program) => {
    const [, rule, outcome] = HEADER.exec(readFileSync(join(CORPUS, program), 'utf8')) ?? [];
    const met = await anneal(program);
    rows.push(met);
    expect({ ...met, detail: met.detail }).toEqual({ rule, outcome, detail: met.detail });
  });

  it('is large enough', () => {
    expect(programs.filter((name) => name.startsWith('python')).length).toBeGreaterThanOrEqual(60);
    expect(programs.filter((name) => name.startsWith('node')).length).toBeGreaterThanOrEqual(20);
  });
});

afterAll(() => {
  const outcomes = ['proven', 'refuted', 'not-proven', 'none', 'advice', 'no-rule'];
  const rules = [...new Set(rows.map(({ rule }) => rule))].sort();
  const line = (cells: (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(26) : String(cell).padStart(11))).join('');
  const count = (rule: string, outcome: string): number =>
    rows.filter((row) => row.rule === rule && row.outcome === outcome).length;
  const table = [
    line(['rule', ...outcomes]),
    ...rules.map((rule) => line([rule, ...outcomes.map((outcome) => count(rule, outcome) || '·')])),
  ];
  process.stdout.write(`\n${table.join('\n')}\n\n`);
});

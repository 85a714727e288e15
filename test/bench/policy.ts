import { performance } from 'node:perf_hooks';
import { judgeBlueprint } from '../../electron/features/governance/judgement/index.ts';
import { locate } from '../../electron/features/governance/constitution/index.ts';
import { compilePolicy, decide } from '../../electron/features/governance/policy/index.ts';
import { defaultSettings, type ActRule } from '../../shared/model/settings.ts';
import { asOurselves, blueprint, immuneBlueprint, withFrontMatter } from '../unit/features/governance/support/documents.ts';

/** Figures of the constitution: judging 1,000 blueprints, and one policy decision at 100 rules. Run it by itself. */
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const ms = (value: number): string => `${value.toFixed(4)} ms`;

function judgements(): void {
  const texts = Array.from({ length: 1000 }, (_, n) =>
    n % 2 === 0 ? withFrontMatter({ ...blueprint, name: `structure-${n}` }) : immuneBlueprint,
  );
  for (const text of texts.slice(0, 100)) judgeBlueprint(text, asOurselves);
  const started = performance.now();
  for (const text of texts) judgeBlueprint(text, asOurselves);
  console.log(`judge 1,000 blueprints: ${(performance.now() - started).toFixed(0)} ms`);
}

function decisions(): void {
  const effects = ['allow', 'ask', 'deny'] as const;
  const rules = Array.from({ length: 100 }, (_, n): ActRule => ({
    name: `rule ${n}`,
    effect: effects[n % 3] ?? 'deny',
    reason: '',
    actors: n % 5 === 0 ? [`agent ${n}*`] : [],
    types: n % 2 === 0 ? ['update.*', `kind-${n}.*`] : [],
    paths: [`folder-${n}/**`, `*.${n}`, `deep/*/of/${n}/`],
  }));
  const settings = { ...defaultSettings().governance, rules };
  const policy = compilePolicy(settings, locate('/workspace', settings), true);
  const measure = (label: string, runs: number, files: number, fresh: boolean): void => {
    const times = Array.from({ length: runs }, (_, n) => {
      const paths = Array.from({ length: files }, (_, file) => `libs/part-${file}/${fresh ? n : 'same'}/module.py`);
      const act = { type: 'update.apply', target: 'x', actor: 'nightguard (watch)', paths };
      const started = performance.now();
      decide(policy, act);
      return performance.now() - started;
    }).slice(runs / 10);
    times.sort((a, b) => a - b);
    console.log(`${label}: p50 ${ms(percentile(times, 0.5))}, p99 ${ms(percentile(times, 0.99))}, max ${ms(times.at(-1) ?? 0)}`);
  };
  measure('policy decision, 100 rules, 1 file seen before', 20_000, 1, false);
  measure('policy decision, 100 rules, 1 new file', 20_000, 1, true);
  measure('policy decision, 100 rules, 100 new files', 500, 100, true);
}

judgements();
decisions();

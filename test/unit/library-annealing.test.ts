import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createGuardian, SelfAnnealingEngine } from '../../electron/index.ts';

test('SelfAnnealingEngine retries, counts, takes counts back, and keeps the secrets of .env out of everything', async () => {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'nightguard-engine-')));
  writeFileSync(join(workspace, '.env'), 'SERVICE_ID=plain-looking-value-42\n');
  const engine = new SelfAnnealingEngine({ workspace });
  let calls = 0;
  const work = (): number => {
    calls += 1;
    if (calls < 3) throw new Error('refused plain-looking-value-42');
    return 7;
  };
  expect(await engine.retryWithAnnealing(work, { delayMs: 1, context: { function: 'fetchRows' } })).toBe(7);
  const result = await engine.handleError(new Error('again'), { function: 'fetchRows' });
  expect(result).toMatchObject({ errorKey: 'Error:fetchRows', count: 1, needsAnnealing: false });
  await engine.settled();
  await engine.dispose();
  await expect(engine.handleError(new Error('late'))).rejects.toMatchObject({ code: 'disposed' });
  const guardian = await createGuardian({ workspace });
  const told = JSON.stringify(guardian.annealing.groups({ limit: 10 }).map(({ id }) => guardian.annealing.report(id)));
  expect(told).toContain('fetchRows');
  expect(told).not.toContain('plain-looking-value-42');
  await guardian.dispose();
  rmSync(workspace, { recursive: true, force: true });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { healthReportSchema } from '../../../shared/model/healing.ts';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
  // Whatever this machine is busy with just now is not what is tested.
  room.configure(
    'healing:\n  directories: []\n  limits: {memoryPercent: 100, diskPercent: 100, inodePercent: 100, loadPerCore: 100}\n',
  );
});
afterEach(() => room.dispose());

test('heal prints the whole report as one document; 0 when all is well, and status knows it', async () => {
  const { code, value, stderr } = await room.json(['heal']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(healthReportSchema.parse(value)).toMatchObject({ status: 'HEALTHY', score: { value: 100 } });
  expect(await room.json(['status'])).toMatchObject({ value: { health: { status: 'HEALTHY', issues: 0 } } });
});

test('what is not well ends with 1, comes first, and is named', async () => {
  room.here('a.py', 'import b\n');
  room.here('b.py', 'import a\n');
  const { code, stdout } = await room.run(['heal']);
  expect(code).toBe(1);
  const lines = stdout.split('\n');
  expect(lines[0]).toMatch(/^Impaired +\d+ of 100 \(machine 4\/4, /);
  expect(lines[3]).toMatch(/^failed +code\.imports +1 circle among imports: a\.py → b\.py → a\.py\.$/);
});

test('it speaks Korean', async () => {
  const { stdout } = await room.run(['heal', '--dry-run'], { LANG: 'ko_KR.UTF-8' });
  expect(stdout).toMatch(/^정상 {2}100점 중 100점/);
});

test('names that come from files cannot paint the terminal', async () => {
  room.here(
    'knowledge/agent_hub/synapse_bridge.json',
    JSON.stringify({ active_agents: { 'S\u001b[31mA': { name: '\u001b]0;x\u0007', active: false } } }),
  );
  const { stdout } = await room.run(['heal']);
  expect(stdout).not.toContain('\u001b');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCliRoom, type CliRoom } from './cli-room.ts';

let room: CliRoom;
beforeEach(() => {
  room = createCliRoom();
});
afterEach(() => room.dispose());

test('nobody listens unless somebody wants it, and it is said how', async () => {
  room.configure('');
  const { code, stdout } = await room.run(['api']);
  expect(code).toBe(1);
  expect(stdout).toContain('ingest: { enabled: true }');
});

test('another process listens: the address and the token are told, and the token opens the interface', async () => {
  room.configure('annealing:\n  ingest: { enabled: true, port: 0 }\n');
  const watching = room.start(['watch']);
  try {
    const ask = async () => (await room.json(['api', '--token'])).value as { base?: string; token?: string };
    const { base, token } = await vi.waitUntil(
      async () => {
        const answer = await ask();
        return answer.base === undefined ? null : answer;
      },
      { timeout: 20_000, interval: 200 },
    );
    const status = await fetch(`${base ?? ''}/v1/status`, { headers: { authorization: `Bearer ${token ?? ''}` } });
    expect(status.status).toBe(200);
    const printed = await room.run(['api']);
    expect(printed.stdout).toContain(`- targets: ['${base?.replace('http://', '') ?? ''}']`);
  } finally {
    watching.kill('SIGTERM');
  }
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const CONFIGURATION = resolve(import.meta.dirname, '..', '..', 'build', 'runtime', 'session-bus.conf');

/** A session bus of its own for one test file; sets DBUS_SESSION_BUS_ADDRESS until it is closed. */
export async function startSessionBus(): Promise<{ close(): Promise<void> }> {
  const before = process.env['DBUS_SESSION_BUS_ADDRESS'];
  const daemon = spawn('dbus-daemon', [`--config-file=${CONFIGURATION}`, '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(daemon.stdout, 'data')) as [Buffer];
  process.env['DBUS_SESSION_BUS_ADDRESS'] = address.toString().trim();
  return {
    async close() {
      if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
      else process.env['DBUS_SESSION_BUS_ADDRESS'] = before;
      const gone = once(daemon, 'exit');
      daemon.kill();
      await gone;
    },
  };
}

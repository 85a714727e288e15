// One security run in a process of its own, to be killed. Arguments: workspace, index, OSV service, verify command.
import { join } from 'node:path';
import { openSecurity, securityMigrations } from '../../../../electron/features/security/index.ts';
import { createActRecord } from '../../../../electron/kernel/act-record.ts';
import { systemClock } from '../../../../electron/kernel/clock.ts';
import { openDatabase } from '../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../electron/kernel/schema.ts';
import { createWorkspaceLock } from '../../../../electron/kernel/workspace-lock.ts';
import { runCommand } from '../../../../electron/platform/headless/command-runner.ts';
import { runProcess } from '../../../../electron/platform/headless/process-runner.ts';
import { toolRunner } from '../../../../electron/platform/headless/tool-runner.ts';
import { settingsSchema } from '../../../../shared/model/settings.ts';

const [workspace = '', index, osv, verify] = process.argv.slice(2);
const database = openDatabase(join(workspace, '.nightguard/state.db'), [...kernelMigrations, ...securityMigrations]);
const settings = settingsSchema.parse({
  security: {
    outdated: 'off',
    osv: { url: osv },
    pip: { index, audit: false },
    npm: { enabled: false },
    tests: { verify: verify === undefined ? [] : [{ run: verify }] },
  },
}).security;
const security = openSecurity({
  workspace,
  settings: () => settings,
  database,
  clock: systemClock,
  log: silentLog,
  lock: createWorkspaceLock(join(workspace, '.nightguard'), 'library', systemClock),
  audit: createActRecord(database, systemClock),
  gate: { judge: () => ({ verdict: 'allow' }) },
  tools: toolRunner,
  runProcess,
  runCommand,
  environment: { before: () => Promise.resolve(), after: () => Promise.resolve(null) },
  nextRunAt: () => null,
  onChange: () => undefined,
  onNews: () => undefined,
});
await security.run({ trigger: 'library', force: true });

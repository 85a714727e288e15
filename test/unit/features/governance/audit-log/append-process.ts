// A process of its own that appends and says so: `append-process.ts <workspace> <tag> <count> <max entries>`.
// One line on standard output for each entry whose append has returned: its hash.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { auditMigrations } from '../../../../../electron/features/governance/audit-schema.ts';
import { createAuditLog } from '../../../../../electron/features/governance/audit-log/index.ts';
import { systemClock } from '../../../../../electron/kernel/clock.ts';
import { openDatabase } from '../../../../../electron/kernel/database.ts';
import { silentLog } from '../../../../../electron/kernel/ports/log.ts';
import { kernelMigrations } from '../../../../../electron/kernel/schema.ts';

const [workspace = '', tag = '', count = '0', maxEntries = '0'] = process.argv.slice(2);
const database = openDatabase(join(workspace, '.nightguard', 'state.db'), [...kernelMigrations, ...auditMigrations]);
const audit = createAuditLog({
  workspace,
  path: join(workspace, '02_AAOS-Immune_system', 'AUDIT_LOG.md'),
  database,
  clock: systemClock,
  limits: { maxLogKb: 1 << 20, maxEntries: Number(maxEntries) },
  log: silentLog,
});
for (let n = 0; n < Number(count); n += 1) {
  const { hash } = audit.append({
    type: 'auto-enforcement',
    target: `${tag}-${n}`,
    result: 'Canonical',
    reasons: ['한국어', 'x'.repeat(n % 50)],
  });
  writeSync(1, `${hash}\n`);
}
database.close();

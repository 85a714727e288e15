import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { person, reviewTwice, update } from './immune-room.ts';
import { createVigilRoom } from './vigil-room.ts';

test('scratch: a guarded file that is edited while its own update is verified', async () => {
  const room = createVigilRoom();
  try {
    await (await room.watching()).dispose();
    writeFileSync(join(room.workspace, 'nightguard.yaml'), stringify({ updates: { source: room.core, quietSeconds: 0, verify: [{ run: 'printf "# Forged\\n" > README.md' }] } }));
    room.inCore('README.md', '# Canon 2\n');
    const guardian = await room.guardian(room.clock);
    console.log(JSON.stringify(await update(guardian)).slice(0, 300));
    reviewTwice(guardian, 1);
    guardian.governance.approvals.approve(1, person, guardian.governance.approvals.show(1).request.contentHash);
    console.log(JSON.stringify(await update(guardian)).slice(0, 400));
    console.log(room.read('README.md'), JSON.stringify(guardian.governance.vigil.lookForUnlogged()));
    console.log(JSON.stringify(guardian.snapshot().problems));
  } finally { await room.dispose(); }
});

import { _electron } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
for (let i = 0; i < 30; i += 1) {
  const profile = mkdtempSync('/tmp/ngl-');
  const t = Date.now();
  try {
    const app = await _electron.launch({ executablePath: '/tmp/egl/package/bin/electron', timeout: 9000, args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '/work/main/test/support/fake-panel-main/main.ts'], env: {...process.env, PANEL_SCENARIO: 'good', FAKE_LOG: '1'} as Record<string,string> });
    await app.firstWindow(); console.log(i, 'ok', Date.now() - t); await app.close();
  } catch (e) { console.log(i, 'FAIL', Date.now() - t, String(e).slice(0, 3000)); }
}

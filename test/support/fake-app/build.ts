import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** Built main of the desktop application with a fake guardian: everything else in it is the real thing. */
export const FAKE_APP = resolve(ROOT, 'out', 'fake-main', 'main.js');

const fakeGuardian: Plugin = {
  name: 'fake-guardian',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === './guardian.ts' && importer?.endsWith('electron/main.ts') === true
      ? resolve(import.meta.dirname, 'guardian.ts')
      : null,
};

/** Builds it anew. Lies beside the real one, so that icons, preload and panel are found in their places. */
export async function buildFakeApp(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [fakeGuardian],
    ssr: { target: 'node' },
    build: {
      ssr: resolve(ROOT, 'electron', 'main.ts'),
      outDir: 'out/fake-main',
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rollupOptions: { external: ['electron'] },
    },
  });
  return FAKE_APP;
}

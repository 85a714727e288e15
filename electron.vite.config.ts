import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleParsers } from './build/bundle/parsers.ts';
import { bundleManifest } from './build/manifest/bundle-manifest.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);
const manifest = bundleManifest(at('out'));
/** What is bundled keeps its licence with it. */
const license = { fileName: 'licenses.md' };

/** Emscripten's glue code has branches with eval that no grammar of ours takes; an eval anywhere else is told. */
const isParserEval = ({ code, id }: { code?: string; id?: string }): boolean =>
  code === 'EVAL' && id?.includes('/node_modules/web-tree-sitter/') === true;

// One build for all doors: the desktop main process, the terminal, the library and the worker share their chunks. What is not among the
// `dependencies` of package.json becomes part of it: one file to read instead of dozens starts in half the time, and nothing has to be installed.
export default defineConfig({
  main: {
    plugins: [bundleParsers(), manifest],
    build: {
      outDir: 'out/main',
      license,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        // Native, optional, and only for threads of lower priority, which we do not ask for.
        external: ['@napi-rs/nice'],
        onwarn: (warning, warn) => void (isParserEval(warning) || warn(warning)),
        input: {
          start: at('electron/start.ts'),
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          index: at('electron/index.ts'),
          'file-worker': at('electron/features/updates/apply/file-worker.ts'),
          'survey-worker': at('electron/features/updates/survey/survey-worker.ts'),
          'logs-worker': at('electron/features/logs/logs-worker.ts'),
          // The thread that piscina starts, which it looks for beside itself under this name.
          worker: at('node_modules/piscina/dist/worker.js'),
          'check-worker': at('electron/features/updates/checks/check-worker.ts'),
        },
        // Chunks stay beside the entries: workers are found relative to the module that starts them.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [manifest],
    build: {
      outDir: 'out/preload',
      license,
      // A sandboxed preload cannot load ES modules, node_modules or chunks.
      externalizeDeps: false,
      rollupOptions: {
        input: { panel: at('electron/preload/panel.ts'), approval: at('electron/preload/approval.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react(), manifest],
    build: {
      outDir: at('out/renderer'),
      license,
      minify: true,
      chunkSizeWarningLimit: 1000,
      rollupOptions: { input: { index: at('renderer/index.html'), approval: at('renderer/approval/index.html') } },
    },
  },
});

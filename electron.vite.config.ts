import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleManifest } from './build/manifest/bundle-manifest.ts';

const at = (path: string): string => resolve(import.meta.dirname, path);
const manifest = bundleManifest(at('out'));

// One build for all doors: the desktop main process, the terminal, the library and the worker share their chunks.
export default defineConfig({
  main: {
    plugins: [manifest],
    build: {
      outDir: 'out/main',
      // Small libraries that every command needs: one file to read instead of dozens makes the terminal start in half the time.
      externalizeDeps: { exclude: ['commander', 'croner', 'diff', 'get-east-asian-width', 'i18next', 'ignore', 'yaml', 'zod'] },
      target: 'node24',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          index: at('electron/index.ts'),
          'file-worker': at('electron/features/updates/apply/file-worker.ts'),
          'survey-worker': at('electron/features/updates/survey/survey-worker.ts'),
          'logs-worker': at('electron/features/logs/logs-worker.ts'),
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
      minify: true,
      chunkSizeWarningLimit: 1000,
      rollupOptions: { input: { index: at('renderer/index.html'), approval: at('renderer/approval/index.html') } },
    },
  },
});

/**
 * The law of the house: who may import whom. Each rule's comment is the message that a breach prints.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid(
      'no-cycle',
      'Two modules that import each other cannot be understood apart: move what both need below them.',
      {},
      { circular: true },
    ),
    forbid(
      'shared-stands-alone',
      'shared/ is read by every process: it imports nothing of ours.',
      { path: '^shared/' },
      { path: '^(electron|renderer|test|build)/' },
    ),
    forbid(
      'kernel-knows-no-duty',
      'The kernel is primitives: it imports shared/ only. A need of a feature is a port here, wired in guardian.ts.',
      { path: '^electron/kernel/' },
      { path: '^electron/(?!kernel/)' },
    ),
    forbid(
      'features-stand-apart',
      'A feature never imports another: make the need a port in the kernel and wire it in guardian.ts.',
      { path: '^electron/features/([^/]+)/' },
      { path: '^electron/features/', pathNot: '^electron/features/$1/' },
    ),
    forbid(
      'features-look-down',
      'A feature imports the kernel and shared/ only.',
      { path: '^electron/features/' },
      { path: '^(renderer|electron/(platform|shell|guards|ipc|preload|terminal|library|app|guardian|start|main|cli|index))' },
    ),
    forbid(
      'guarded-without-electron',
      'Kernel, features, guardian and terminal run in plain Node: Electron stays in platform/, shell/, guards/, ipc/, app.ts and main.ts.',
      { path: '^(shared|electron/(kernel|features|app-update|terminal|guardian|cli|index|platform/headless))' },
      { path: '(^|node_modules/)electron(/|$)', pathNot: '^electron/' },
    ),
    forbid(
      'feature-by-its-index',
      'Outside a feature only its index.ts is seen.',
      { path: '^electron/(?!features/)' },
      { path: '^electron/features/[^/]+/(?!index\\.ts$)', pathNot: '(-worker\\.ts$)' },
    ),
    forbid(
      'preload-sees-names',
      'The preload runs beside untrusted content: it sees channel names and types only.',
      { path: '^electron/preload/' },
      { path: '^(electron/(?!preload/)|shared/(?!ipc/))' },
    ),
    forbid(
      'renderer-sees-shared',
      'The renderer talks to the guardian through the bridge: it imports shared/ only.',
      { path: '^renderer/' },
      { path: '^electron/' },
    ),
    forbid(
      'one-user-of-the-bridge',
      'Only renderer/api/ touches the bridge; views use the store.',
      { path: '^renderer/(features|ui)/' },
      { path: '^shared/ipc/channels' },
    ),
    forbid(
      'product-without-tests',
      'Nothing in the product needs the tests.',
      { path: '^(electron|renderer|shared)/' },
      { path: '^test/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig/test.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

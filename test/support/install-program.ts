import { install } from '../../electron/app-update/install.ts';

// Run as a process of its own, which a test kills at each step: the plan is the first word, as JSON.
await install(JSON.parse(process.argv[2] ?? '') as Parameters<typeof install>[0]);

import { runOnThisProcess } from './terminal/this-process.ts';

/** The terminal on plain Node. */
const [, script = '', ...words] = process.argv;
process.exitCode = await runOnThisProcess(words, [process.execPath, ...process.execArgv, script]);

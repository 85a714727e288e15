import { z } from 'zod';
import { positive } from './numbers.ts';

const percent = z.number().int().min(1).max(100);

/** Nothing that a person types by hand may name a folder outside of the workspace. */
const inside = z
  .string()
  .min(1)
  .refine((path) => !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path), {
    error: 'Write a path below the workspace, without .. in it.',
  });

const signal = z.enum(['SIGHUP', 'SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT']);

const watchedProcess = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\p{L}\p{N}_. -]{1,60}$/u)
      .describe('What it is called in reports.'),
    pidFile: z.string().min(1).optional().describe('File with its process id, absolute or below the workspace.'),
    match: z
      .string()
      .min(3)
      .optional()
      .describe('Part of its command line, with * for anything; the oldest process that fits is meant.'),
    start: z.string().min(1).optional().describe('Shell command that Nightguard starts it with, and keeps running.'),
    memoryMb: positive.default(500).describe('More than this above its baseline is a leak. Megabytes.'),
    collect: z.string().min(1).optional().describe('Shell command that makes it free memory; tried before a restart.'),
    collectSignal: signal.optional().describe('Signal that makes it free memory; tried before a restart.'),
    restart: z.string().min(1).optional().describe('Shell command that restarts it.'),
    restartSignal: signal.optional().describe('Signal upon which it is restarted, by itself or by its own supervisor.'),
  })
  .refine(({ pidFile, match, start }) => [pidFile, match, start].filter((way) => way !== undefined).length === 1, {
    error: 'Use exactly one of pidFile, match and start.',
  });

const caches = z.strictObject({
  patterns: z
    .array(inside)
    .default(['.tmp/*.cache'])
    .describe('Files that may be removed, with * as wildcard, below the workspace.'),
  maxAgeHours: positive
    .max(24 * 365)
    .default(24)
    .describe('Older ones are removed.'),
  quotaMb: positive.default(1024).describe('When all together take more, the oldest go first.'),
});

const limits = z.strictObject({
  memoryPercent: percent.default(90).describe('Memory of this machine in use.'),
  diskPercent: percent.default(90).describe('Of the disk that the workspace is on.'),
  inodePercent: percent.default(90).describe('Files that this disk can hold.'),
  loadPerCore: positive.max(100).default(4).describe('Processes that want to run, for each core.'),
  ownMemoryMb: positive.default(500).describe('How far the memory of Nightguard itself may rise above its baseline.'),
});

const references = z.strictObject({
  documents: z
    .array(z.string().min(1))
    .default([])
    .describe('Markdown documents whose references must not go in circles, in gitignore syntax; none: they are not looked at.'),
  frontMatter: z
    .array(z.string().min(1))
    .default(['depends_on', 'requires', 'extends'])
    .describe('Front-matter keys whose values name documents that this one depends on.'),
  wikiLinks: z.boolean().default(false).describe('Whether [[links]] are dependencies too.'),
  markdownLinks: z.boolean().default(false).describe('Whether [links](to.md) are dependencies too.'),
});

const agents = z.strictObject({
  registry: inside
    .default('knowledge/agent_hub/synapse_bridge.json')
    .describe('Where agents say that they are there; a file that does not exist is no fault.'),
  silentMinutes: positive
    .max(60 * 24 * 31)
    .default(30)
    .describe('An active agent that gave no sign for this long is inactive.'),
  stuckMinutes: positive
    .max(60 * 24 * 31)
    .default(120)
    .describe('One that has been at the same task for this long is stuck.'),
});

const watchdog = z.strictObject({
  beatSeconds: positive.max(60).default(10).describe('How often a watching Nightguard says that it lives.'),
  hungSeconds: positive.max(3600).default(90).describe('`watch --supervised` restarts one that said nothing for this long.'),
});

/** `healing` in nightguard.yaml. */
export const healing = z.strictObject({
  enabled: z.boolean().default(true).describe('Whether a watching Nightguard looks after the health of the workspace.'),
  intervalSeconds: positive.min(5).max(3600).default(30).describe('How often it looks.'),
  directories: z
    .array(inside)
    .default(['execution', 'libs', 'knowledge', 'directives'])
    .describe('Folders that are created again when they vanish. One that was never there is not missed.'),
  limits: limits.prefault({}).describe('What is too much.'),
  caches: caches.prefault({}).describe('Caches that may be cleared: never through links, never a file that is open or in git.'),
  processes: z
    .array(watchedProcess)
    .max(100)
    .default([])
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, { error: 'Two processes have the same name.' })
    .describe('Processes that are watched for leaks and restarted: at most five times in a row, with growing pauses.'),
  ignore: z
    .array(z.string().min(1))
    .default(['.*', 'node_modules', '__pycache__', 'venv', 'site-packages', '_archive', 'out', 'dist', 'build'])
    .describe('What is not searched for circular imports, in gitignore syntax.'),
  references: references.prefault({}).describe('Circles among documents.'),
  agents: agents.prefault({}).describe('Signs of life of the agents.'),
  watchdog: watchdog.prefault({}).describe('Who guards the guard.'),
});

import { z } from 'zod';
import { count, positive } from './numbers.ts';

const ingest = z.strictObject({
  enabled: z.boolean().default(false).describe('Listen on 127.0.0.1 for programs that report errors with a Sentry SDK.'),
  port: count.max(65_535).default(9797).describe('0 takes any free port. The token of the address is kept with the secrets.'),
});

const proof = z.strictObject({
  replay: z
    .boolean()
    .default(true)
    .describe('Run the failed command again in a scratch copy, without credentials, to see whether a fix holds.'),
  timeoutSeconds: positive.max(3600).default(60).describe('A replay that takes longer proves nothing.'),
  maxCopyMB: positive.max(10_000).default(200).describe('A workspace that is larger is not copied, and nothing is proven.'),
});

/** `annealing` in nightguard.yaml. */
export const annealing = z.strictObject({
  threshold: positive.max(1000).default(3).describe('An error that comes this often within the window is analysed.'),
  windowHours: positive.max(8760).default(24).describe('How far back errors count.'),
  keepEvents: positive.max(100_000).default(5000).describe('Newest errors that are kept whole; older ones are only counted.'),
  ingest: ingest.prefault({}).describe('Errors over the Sentry protocol.'),
  logs: z.array(z.string().min(1)).default([]).describe('Log files to read for errors: paths or globs below the workspace.'),
  drops: z
    .string()
    .min(1)
    .default('.tmp/errors')
    .describe('Folder below the workspace where programs drop error_*.json files. They stay where they are.'),
  proof: proof.prefault({}).describe('How a proposed fix is tried out.'),
});

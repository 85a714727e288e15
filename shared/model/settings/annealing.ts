import { z } from 'zod';
import { count, positive } from './numbers.ts';

const ingest = z.strictObject({
  enabled: z
    .boolean()
    .default(false)
    .describe('Listen on 127.0.0.1 for programs that report errors with a Sentry SDK, for agents, and for Prometheus.'),
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

const ai = z.strictObject({
  enabled: z
    .boolean()
    .default(false)
    .describe('Let a language model propose patches. Source code around the error leaves this machine.'),
  when: z
    .enum(['asked', 'no-rule'])
    .default('asked')
    .describe('Only when a person asks, or also by itself where an error repeats and no rule has a patch.'),
  provider: z
    .enum(['google', 'anthropic', 'openai', 'compatible'])
    .default('google')
    .describe('compatible: any server that speaks the OpenAI protocol, also a local one.'),
  model: z.string().min(1).max(200).default('gemini-2.5-flash').describe('The name of the model, as its provider has it.'),
  baseUrl: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ })])
    .default('')
    .describe("Address of the server; empty for the provider's own."),
  keyVariable: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,99}$/)
    .default('GEMINI_API_KEY')
    .describe('Variable of the environment or of .env that holds the key. The key itself never stands here.'),
  timeoutSeconds: positive.max(600).default(60).describe('An answer that takes longer is given up.'),
  dailyTokens: positive
    .max(100_000_000)
    .default(200_000)
    .describe('No question is sent that could go beyond this many tokens a day.'),
  dailyUsd: z.number().min(0).max(10_000).default(1).describe('The same in US dollars, by the prices below.'),
  inputPrice: z
    .number()
    .min(0)
    .max(10_000)
    .default(0)
    .describe('US dollars for a million tokens sent; 0 where you do not count money.'),
  outputPrice: z.number().min(0).max(10_000).default(0).describe('US dollars for a million tokens answered.'),
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
  ai: ai.prefault({}).describe('Patches by a language model. Off unless you turn it on.'),
});

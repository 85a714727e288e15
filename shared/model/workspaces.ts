import { z } from 'zod';
import { overallSchema } from './snapshot.ts';

/** The workspaces of this machine, and how each stands. */

const sentenceSchema = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

export const workspaceStandingSchema = z.object({
  /** Absolute. */
  path: z.string(),
  name: z.string(),
  /** `away`: its folder is not there, or its state could not be opened; it is tried again by itself. */
  state: z.enum(['opening', 'guarded', 'away']),
  /** Why it is away; empty otherwise. */
  reason: z.string(),
  /** Whether it is the one that the panel shows. */
  shown: z.boolean(),
  /** `unknown` while it is not guarded: nothing is claimed of what nobody looks at. */
  overall: overallSchema,
  /** Key in the locales, with its values. */
  sentence: sentenceSchema,
  pausedUntil: z.number().int().nonnegative().nullable(),
});
export type WorkspaceStanding = z.infer<typeof workspaceStandingSchema>;

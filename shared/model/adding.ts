import { z } from 'zod';

/** What is known of a folder that may become a guarded workspace, before anything is written into it. */

export const coreFolderSchema = z.object({
  path: z.string(),
  /** `stream`: Drive fetches its files from the cloud when they are read. */
  mode: z.enum(['mirror', 'stream']),
});

export const firstLookSchema = z.object({
  /** Absolute. */
  folder: z.string(),
  name: z.string(),
  kind: z.enum(['97layerOS', 'AAOS', 'plain']),
  /** Paths below the folder that speak for the kind. */
  evidence: z.array(z.string()),
  /** Whether it has a nightguard.yaml already, which stays as it is. */
  hasSettings: z.boolean(),
  /** Core folders in the Drive folders of this machine. */
  cores: z.array(coreFolderSchema),
  /** Found, not run. `detail` is a path, or why the environment is broken. */
  python: z.object({ kind: z.enum(['venv', 'broken-venv', 'system', 'none']), detail: z.string() }),
});
export type FirstLook = z.infer<typeof firstLookSchema>;

/** What the first update would do. */
export const tryOutSchema = z.object({
  /** `could-not-check`: Core could not be looked at, and `reason` says why. */
  state: z.enum(['looked', 'could-not-check', 'no-core']),
  reason: z.string().nullable(),
  /** Files by what would be done to them; `held` wait for a person. */
  counts: z.object({ new: z.number(), modified: z.number(), deleted: z.number(), held: z.number() }),
  /** The first of them. */
  files: z.array(z.object({ path: z.string(), what: z.enum(['new', 'modified', 'deleted', 'held']) })),
});
export type TryOut = z.infer<typeof tryOutSchema>;

/** A workspace that is being added. Nothing is written before `tried` is there; nothing of the person's is changed before it is guarded. */
export const addingSchema = z.object({
  look: firstLookSchema,
  /** The Core folder that was chosen, or the one that its settings name; null for none. */
  source: z.string().nullable(),
  tried: tryOutSchema.nullable(),
});
export type Adding = z.infer<typeof addingSchema>;
